-- DropIndex
DROP INDEX "Registration_queue";

-- CreateTable
CREATE TABLE "Action" (
    "id" UUID NOT NULL,
    "cohortId" UUID NOT NULL,
    "participationId" UUID NOT NULL,
    "title" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "plannedBy" UUID NOT NULL,
    "plannedAt" TIMESTAMPTZ(3) NOT NULL,
    "endedAt" TIMESTAMPTZ(3),
    "endedBy" UUID,
    "lastDay" TEXT,
    "version" INTEGER NOT NULL,

    CONSTRAINT "Action_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ActionDate" (
    "id" UUID NOT NULL,
    "actionId" UUID NOT NULL,
    "date" TEXT NOT NULL,
    "fromTime" TEXT NOT NULL,
    "toTime" TEXT NOT NULL,
    "zone" TEXT NOT NULL,
    "startsAt" TIMESTAMPTZ(3) NOT NULL,
    "endsAt" TIMESTAMPTZ(3) NOT NULL,
    "place" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "isPartly" BOOLEAN NOT NULL,
    "reason" TEXT,
    "askedAt" TIMESTAMPTZ(3),
    "answeredAt" TIMESTAMPTZ(3),
    "answeredBy" UUID,
    "expertId" UUID,
    "attends" TEXT,
    "attendsNote" TEXT,
    "proposedId" UUID,
    "observed" BOOLEAN,
    "absence" TEXT,
    "sequence" INTEGER NOT NULL,
    "version" INTEGER NOT NULL,

    CONSTRAINT "ActionDate_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ActionChange" (
    "id" UUID NOT NULL,
    "actionId" UUID NOT NULL,
    "dateId" UUID NOT NULL,
    "act" TEXT NOT NULL,
    "fromStarts" TIMESTAMPTZ(3),
    "fromPlace" TEXT,
    "toStarts" TIMESTAMPTZ(3),
    "toPlace" TEXT,
    "reason" TEXT,
    "isShort" BOOLEAN NOT NULL,
    "personId" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "ActionChange_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ActionReport" (
    "actionId" UUID NOT NULL,
    "people" INTEGER NOT NULL,
    "description" TEXT NOT NULL,
    "links" TEXT[],
    "hasConsent" BOOLEAN NOT NULL,
    "isLate" BOOLEAN NOT NULL,
    "sentBy" UUID NOT NULL,
    "sentAt" TIMESTAMPTZ(3) NOT NULL,
    "version" INTEGER NOT NULL,

    CONSTRAINT "ActionReport_pkey" PRIMARY KEY ("actionId")
);

-- CreateTable
CREATE TABLE "ActionPhoto" (
    "id" UUID NOT NULL,
    "actionId" UUID NOT NULL,
    "fileId" TEXT NOT NULL,
    "consentBy" UUID NOT NULL,
    "consentAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "ActionPhoto_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ObservationNote" (
    "id" UUID NOT NULL,
    "actionId" UUID NOT NULL,
    "authorId" UUID NOT NULL,
    "text" TEXT NOT NULL,
    "writtenAt" TIMESTAMPTZ(3) NOT NULL,
    "version" INTEGER NOT NULL,

    CONSTRAINT "ObservationNote_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "Action_participationId_key" ON "Action"("participationId");

-- CreateIndex
CREATE INDEX "Action_cohortId_state_idx" ON "Action"("cohortId", "state");

-- CreateIndex
CREATE INDEX "ActionDate_actionId_startsAt_idx" ON "ActionDate"("actionId", "startsAt");

-- CreateIndex
CREATE INDEX "ActionDate_expertId_startsAt_idx" ON "ActionDate"("expertId", "startsAt");

-- CreateIndex
CREATE INDEX "ActionDate_state_endsAt_idx" ON "ActionDate"("state", "endsAt");

-- CreateIndex
CREATE INDEX "ActionChange_actionId_at_idx" ON "ActionChange"("actionId", "at");

-- CreateIndex
CREATE UNIQUE INDEX "ActionPhoto_actionId_fileId_key" ON "ActionPhoto"("actionId", "fileId");

-- CreateIndex
CREATE UNIQUE INDEX "ObservationNote_actionId_authorId_key" ON "ObservationNote"("actionId", "authorId");

-- AddForeignKey
ALTER TABLE "Action" ADD CONSTRAINT "Action_participationId_fkey" FOREIGN KEY ("participationId") REFERENCES "Participation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ActionDate" ADD CONSTRAINT "ActionDate_actionId_fkey" FOREIGN KEY ("actionId") REFERENCES "Action"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ActionDate" ADD CONSTRAINT "ActionDate_expertId_fkey" FOREIGN KEY ("expertId") REFERENCES "Person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ActionReport" ADD CONSTRAINT "ActionReport_actionId_fkey" FOREIGN KEY ("actionId") REFERENCES "Action"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ActionPhoto" ADD CONSTRAINT "ActionPhoto_actionId_fkey" FOREIGN KEY ("actionId") REFERENCES "Action"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ObservationNote" ADD CONSTRAINT "ObservationNote_actionId_fkey" FOREIGN KEY ("actionId") REFERENCES "Action"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ObservationNote" ADD CONSTRAINT "ObservationNote_authorId_fkey" FOREIGN KEY ("authorId") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "Action" ADD CONSTRAINT "Action_state" CHECK (
  "state" IN ('planned', 'held', 'partly', 'cancelled')
  AND ("state" = 'planned') = ("endedAt" IS NULL) AND ("state" = 'planned') = ("lastDay" IS NULL));
ALTER TABLE "ActionDate" ADD CONSTRAINT "ActionDate_times" CHECK ("startsAt" < "endsAt");
ALTER TABLE "ActionDate" ADD CONSTRAINT "ActionDate_state" CHECK (
  "state" IN ('planned', 'held', 'not_held', 'removed')
  AND ("state" IN ('held', 'not_held')) = ("answeredAt" IS NOT NULL)
  AND ("state" = 'held' OR NOT "isPartly"));
ALTER TABLE "ActionDate" ADD CONSTRAINT "ActionDate_attends" CHECK (
  coalesce("attends", 'asked') IN ('asked', 'agreed', 'not') AND ("attends" IS NULL) = ("expertId" IS NULL));
ALTER TABLE "ActionChange" ADD CONSTRAINT "ActionChange_act" CHECK ("act" IN ('add', 'move', 'remove', 'cancel'));
ALTER TABLE "ActionReport" ADD CONSTRAINT "ActionReport_people" CHECK ("people" >= 0);

CREATE TRIGGER "ActionChange_append_only" BEFORE UPDATE OR DELETE OR TRUNCATE ON "ActionChange"
  FOR EACH STATEMENT EXECUTE FUNCTION "history_is_append_only"();

-- No photo is kept without the consent of those in it (OR-7).
CREATE FUNCTION "photo_needs_consent"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT EXISTS (SELECT 1 FROM "ActionReport" WHERE "actionId" = NEW."actionId" AND "hasConsent") THEN
    RAISE EXCEPTION 'a photo of an action is kept with consent only';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER "ActionPhoto_consent" BEFORE INSERT OR UPDATE ON "ActionPhoto"
  FOR EACH ROW EXECUTE FUNCTION "photo_needs_consent"();
