-- CreateTable
CREATE TABLE "Consultation" (
    "id" UUID NOT NULL,
    "cohortId" UUID NOT NULL,
    "participationId" UUID NOT NULL,
    "expertId" UUID NOT NULL,
    "state" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "startsAt" TIMESTAMPTZ(3) NOT NULL,
    "endsAt" TIMESTAMPTZ(3) NOT NULL,
    "busyFrom" TIMESTAMPTZ(3) NOT NULL,
    "busyUntil" TIMESTAMPTZ(3) NOT NULL,
    "zone" TEXT NOT NULL,
    "place" TEXT,
    "link" TEXT,
    "topic" TEXT,
    "openUntil" TIMESTAMPTZ(3),
    "askedBy" UUID NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "bookedAt" TIMESTAMPTZ(3),
    "isLate" BOOLEAN NOT NULL,
    "endReason" TEXT,
    "endedAt" TIMESTAMPTZ(3),
    "minutesCounted" INTEGER,
    "sequence" INTEGER NOT NULL,
    "version" INTEGER NOT NULL,

    CONSTRAINT "Consultation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ConsultationMove" (
    "id" UUID NOT NULL,
    "consultationId" UUID NOT NULL,
    "fromStartsAt" TIMESTAMPTZ(3) NOT NULL,
    "fromEndsAt" TIMESTAMPTZ(3) NOT NULL,
    "toStartsAt" TIMESTAMPTZ(3) NOT NULL,
    "toEndsAt" TIMESTAMPTZ(3) NOT NULL,
    "movedBy" UUID NOT NULL,
    "movedAt" TIMESTAMPTZ(3) NOT NULL,
    "reason" TEXT,

    CONSTRAINT "ConsultationMove_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "WaitEntry" (
    "id" UUID NOT NULL,
    "cohortId" UUID NOT NULL,
    "participationId" UUID NOT NULL,
    "expertId" UUID NOT NULL,
    "personId" UUID NOT NULL,
    "wish" TEXT,
    "state" TEXT NOT NULL,
    "joinedAt" TIMESTAMPTZ(3) NOT NULL,
    "consultationId" UUID,
    "endedAt" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL,

    CONSTRAINT "WaitEntry_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "FieldQuestion" (
    "id" UUID NOT NULL,
    "cohortId" UUID NOT NULL,
    "participationId" UUID NOT NULL,
    "personId" UUID NOT NULL,
    "field" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "askedAt" TIMESTAMPTZ(3) NOT NULL,
    "staffFrom" TIMESTAMPTZ(3) NOT NULL,
    "takenBy" UUID,
    "takenAt" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL,

    CONSTRAINT "FieldQuestion_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "Consultation_participationId_state_idx" ON "Consultation"("participationId", "state");

-- CreateIndex
CREATE INDEX "Consultation_expertId_startsAt_idx" ON "Consultation"("expertId", "startsAt");

-- CreateIndex
CREATE INDEX "ConsultationMove_consultationId_movedAt_idx" ON "ConsultationMove"("consultationId", "movedAt");

-- CreateIndex
CREATE UNIQUE INDEX "WaitEntry_consultationId_key" ON "WaitEntry"("consultationId");

-- CreateIndex
CREATE INDEX "WaitEntry_expertId_state_joinedAt_idx" ON "WaitEntry"("expertId", "state", "joinedAt");

-- CreateIndex
CREATE INDEX "FieldQuestion_cohortId_state_idx" ON "FieldQuestion"("cohortId", "state");

-- CreateIndex
CREATE INDEX "FieldQuestion_participationId_idx" ON "FieldQuestion"("participationId");

-- AddForeignKey
ALTER TABLE "Consultation" ADD CONSTRAINT "Consultation_participationId_fkey" FOREIGN KEY ("participationId") REFERENCES "Participation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Consultation" ADD CONSTRAINT "Consultation_expertId_fkey" FOREIGN KEY ("expertId") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ConsultationMove" ADD CONSTRAINT "ConsultationMove_consultationId_fkey" FOREIGN KEY ("consultationId") REFERENCES "Consultation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "WaitEntry" ADD CONSTRAINT "WaitEntry_participationId_fkey" FOREIGN KEY ("participationId") REFERENCES "Participation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "WaitEntry" ADD CONSTRAINT "WaitEntry_expertId_fkey" FOREIGN KEY ("expertId") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "WaitEntry" ADD CONSTRAINT "WaitEntry_consultationId_fkey" FOREIGN KEY ("consultationId") REFERENCES "Consultation"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "FieldQuestion" ADD CONSTRAINT "FieldQuestion_participationId_fkey" FOREIGN KEY ("participationId") REFERENCES "Participation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "FieldQuestion" ADD CONSTRAINT "FieldQuestion_takenBy_fkey" FOREIGN KEY ("takenBy") REFERENCES "Person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- Two meetings of one expert never overlap, buffers included, whatever the cohort (N18): also those held and asked for.
CREATE EXTENSION IF NOT EXISTS btree_gist;
ALTER TABLE "Consultation" ADD CONSTRAINT "Consultation_no_overlap"
  EXCLUDE USING gist ("expertId" WITH =, tstzrange("busyFrom", "busyUntil") WITH &&)
  WHERE ("state" IN ('reserved', 'requested', 'booked'));

ALTER TABLE "Consultation" ADD CONSTRAINT "Consultation_state"
  CHECK ("state" IN ('reserved', 'requested', 'booked', 'held', 'not_held', 'no_show', 'cancelled_by_organisation',
    'cancelled_by_expert', 'cancelled_by_staff', 'expired'));
ALTER TABLE "Consultation" ADD CONSTRAINT "Consultation_kind" CHECK ("kind" IN ('on_site', 'phone', 'online'));
ALTER TABLE "Consultation" ADD CONSTRAINT "Consultation_times"
  CHECK ("busyFrom" <= "startsAt" AND "startsAt" < "endsAt" AND "endsAt" <= "busyUntil");
-- What waits for an answer does so until a moment; what has ended has its own.
ALTER TABLE "Consultation" ADD CONSTRAINT "Consultation_open_until"
  CHECK ("openUntil" IS NOT NULL OR "state" NOT IN ('reserved', 'requested'));
ALTER TABLE "Consultation" ADD CONSTRAINT "Consultation_ended"
  CHECK (("state" IN ('reserved', 'requested', 'booked')) = ("endedAt" IS NULL));
ALTER TABLE "Consultation" ADD CONSTRAINT "Consultation_booked"
  CHECK ("bookedAt" IS NOT NULL OR "state" NOT IN ('booked', 'held', 'not_held', 'no_show'));
ALTER TABLE "Consultation" ADD CONSTRAINT "Consultation_minutes" CHECK ("minutesCounted" >= 0);
ALTER TABLE "Consultation" ADD CONSTRAINT "Consultation_late" CHECK (NOT "isLate" OR "state" LIKE 'cancelled_%');

-- What runs out next.
CREATE INDEX "Consultation_open_until" ON "Consultation" ("openUntil") WHERE "state" IN ('reserved', 'requested');

-- History is append-only, like the journal.
CREATE TRIGGER "ConsultationMove_append_only" BEFORE UPDATE OR DELETE OR TRUNCATE ON "ConsultationMove"
  FOR EACH STATEMENT EXECUTE FUNCTION "history_is_append_only"();
ALTER TABLE "ConsultationMove" ADD CONSTRAINT "ConsultationMove_moves"
  CHECK ("fromStartsAt" < "fromEndsAt" AND "toStartsAt" < "toEndsAt" AND "fromStartsAt" <> "toStartsAt");

-- One place in the queue for an organisation and an expert; a time is held for it while it is offered.
ALTER TABLE "WaitEntry" ADD CONSTRAINT "WaitEntry_state"
  CHECK ("state" IN ('waiting', 'offered', 'claimed', 'lapsed', 'left'));
ALTER TABLE "WaitEntry" ADD CONSTRAINT "WaitEntry_offered" CHECK ("state" <> 'offered' OR "consultationId" IS NOT NULL);
ALTER TABLE "WaitEntry" ADD CONSTRAINT "WaitEntry_ended"
  CHECK (("state" IN ('waiting', 'offered')) = ("endedAt" IS NULL));
CREATE UNIQUE INDEX "WaitEntry_one_place" ON "WaitEntry" ("participationId", "expertId")
  WHERE "state" IN ('waiting', 'offered');

-- A question has one owner: the first who took it.
ALTER TABLE "FieldQuestion" ADD CONSTRAINT "FieldQuestion_state" CHECK ("state" IN ('open', 'taken', 'withdrawn'));
ALTER TABLE "FieldQuestion" ADD CONSTRAINT "FieldQuestion_taken"
  CHECK (("state" = 'taken') = ("takenBy" IS NOT NULL) AND ("takenBy" IS NULL) = ("takenAt" IS NULL));
