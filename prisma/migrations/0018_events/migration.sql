-- CreateTable
CREATE TABLE "Event" (
    "id" UUID NOT NULL,
    "cohortId" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "form" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "place" TEXT,
    "link" TEXT,
    "agenda" TEXT,
    "topics" TEXT[],
    "state" TEXT NOT NULL,
    "isRequired" BOOLEAN NOT NULL,
    "seats" INTEGER,
    "seatsPerOrganisation" INTEGER NOT NULL,
    "taken" INTEGER NOT NULL,
    "signUpOn" TEXT NOT NULL,
    "signUpTime" TEXT NOT NULL,
    "zone" TEXT NOT NULL,
    "signUpUntil" TIMESTAMPTZ(3) NOT NULL,
    "startsAt" TIMESTAMPTZ(3) NOT NULL,
    "endsAt" TIMESTAMPTZ(3) NOT NULL,
    "sequence" INTEGER NOT NULL,
    "changedAt" TIMESTAMPTZ(3) NOT NULL,
    "shown" TEXT NOT NULL,
    "reason" TEXT,
    "createdBy" UUID NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "announcedAt" TIMESTAMPTZ(3),
    "endedAt" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL,

    CONSTRAINT "Event_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "EventSession" (
    "id" UUID NOT NULL,
    "eventId" UUID NOT NULL,
    "date" TEXT NOT NULL,
    "fromTime" TEXT NOT NULL,
    "toTime" TEXT NOT NULL,
    "startsAt" TIMESTAMPTZ(3) NOT NULL,
    "endsAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "EventSession_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "EventChange" (
    "id" UUID NOT NULL,
    "eventId" UUID NOT NULL,
    "act" TEXT NOT NULL,
    "fromStarts" TIMESTAMPTZ(3) NOT NULL,
    "toStarts" TIMESTAMPTZ(3) NOT NULL,
    "reason" TEXT,
    "personId" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "EventChange_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "EventInvitation" (
    "id" UUID NOT NULL,
    "eventId" UUID NOT NULL,
    "participationId" UUID NOT NULL,
    "state" TEXT NOT NULL,
    "reason" TEXT,
    "seats" INTEGER NOT NULL,
    "taken" INTEGER NOT NULL,
    "answeredAt" TIMESTAMPTZ(3),
    "answeredBy" UUID,

    CONSTRAINT "EventInvitation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Registration" (
    "id" UUID NOT NULL,
    "eventId" UUID NOT NULL,
    "personId" UUID NOT NULL,
    "invitationId" UUID,
    "standing" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "isToConfirm" BOOLEAN NOT NULL,
    "queueNumber" INTEGER,
    "offeredUntil" TIMESTAMPTZ(3),
    "reason" TEXT,
    "replacesId" UUID,
    "registeredBy" UUID NOT NULL,
    "registeredAt" TIMESTAMPTZ(3) NOT NULL,
    "changedAt" TIMESTAMPTZ(3) NOT NULL,
    "version" INTEGER NOT NULL,

    CONSTRAINT "Registration_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Attendance" (
    "id" UUID NOT NULL,
    "registrationId" UUID NOT NULL,
    "date" TEXT NOT NULL,
    "way" TEXT NOT NULL,
    "markedFrom" TEXT NOT NULL,
    "markedBy" UUID NOT NULL,
    "markedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Attendance_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "EventCode" (
    "eventId" UUID NOT NULL,
    "date" TEXT NOT NULL,
    "code" TEXT NOT NULL,

    CONSTRAINT "EventCode_pkey" PRIMARY KEY ("eventId","date")
);

-- CreateTable
CREATE TABLE "CodeTry" (
    "id" UUID NOT NULL,
    "eventId" UUID NOT NULL,
    "personId" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "CodeTry_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "EventNeed" (
    "registrationId" UUID NOT NULL,
    "diet" TEXT,
    "access" TEXT,

    CONSTRAINT "EventNeed_pkey" PRIMARY KEY ("registrationId")
);

-- CreateIndex
CREATE INDEX "Event_cohortId_state_idx" ON "Event"("cohortId", "state");

-- CreateIndex
CREATE INDEX "EventSession_eventId_startsAt_idx" ON "EventSession"("eventId", "startsAt");

-- CreateIndex
CREATE INDEX "EventChange_eventId_at_idx" ON "EventChange"("eventId", "at");

-- CreateIndex
CREATE INDEX "EventInvitation_participationId_idx" ON "EventInvitation"("participationId");

-- CreateIndex
CREATE UNIQUE INDEX "EventInvitation_eventId_participationId_key" ON "EventInvitation"("eventId", "participationId");

-- CreateIndex
CREATE INDEX "Registration_invitationId_idx" ON "Registration"("invitationId");

-- CreateIndex
CREATE INDEX "Registration_personId_idx" ON "Registration"("personId");

-- CreateIndex
CREATE UNIQUE INDEX "Registration_eventId_personId_key" ON "Registration"("eventId", "personId");

-- CreateIndex
CREATE UNIQUE INDEX "Attendance_registrationId_date_key" ON "Attendance"("registrationId", "date");

-- CreateIndex
CREATE INDEX "CodeTry_eventId_personId_at_idx" ON "CodeTry"("eventId", "personId", "at");

-- AddForeignKey
ALTER TABLE "Event" ADD CONSTRAINT "Event_cohortId_fkey" FOREIGN KEY ("cohortId") REFERENCES "Cohort"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "EventSession" ADD CONSTRAINT "EventSession_eventId_fkey" FOREIGN KEY ("eventId") REFERENCES "Event"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "EventInvitation" ADD CONSTRAINT "EventInvitation_eventId_fkey" FOREIGN KEY ("eventId") REFERENCES "Event"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "EventInvitation" ADD CONSTRAINT "EventInvitation_participationId_fkey" FOREIGN KEY ("participationId") REFERENCES "Participation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Registration" ADD CONSTRAINT "Registration_eventId_fkey" FOREIGN KEY ("eventId") REFERENCES "Event"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Registration" ADD CONSTRAINT "Registration_invitationId_fkey" FOREIGN KEY ("invitationId") REFERENCES "EventInvitation"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Registration" ADD CONSTRAINT "Registration_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Attendance" ADD CONSTRAINT "Attendance_registrationId_fkey" FOREIGN KEY ("registrationId") REFERENCES "Registration"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "EventCode" ADD CONSTRAINT "EventCode_eventId_fkey" FOREIGN KEY ("eventId") REFERENCES "Event"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "EventNeed" ADD CONSTRAINT "EventNeed_registrationId_fkey" FOREIGN KEY ("registrationId") REFERENCES "Registration"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "Event" ADD CONSTRAINT "Event_kind" CHECK ("kind" IN ('information', 'training', 'networking', 'residential'));
ALTER TABLE "Event" ADD CONSTRAINT "Event_form" CHECK ("form" IN ('on_site', 'online'));
ALTER TABLE "Event" ADD CONSTRAINT "Event_state"
  CHECK ("state" IN ('draft', 'provisional', 'announced', 'held', 'cancelled'));
ALTER TABLE "Event" ADD CONSTRAINT "Event_times" CHECK ("startsAt" < "endsAt" AND "signUpUntil" <= "endsAt");
ALTER TABLE "Event" ADD CONSTRAINT "Event_ended" CHECK (("state" IN ('held', 'cancelled')) = ("endedAt" IS NOT NULL));
-- No more people than seats, however many sign up at once.
ALTER TABLE "Event" ADD CONSTRAINT "Event_seats" CHECK ("taken" >= 0 AND "taken" <= "seats");
ALTER TABLE "EventSession" ADD CONSTRAINT "EventSession_times" CHECK ("startsAt" < "endsAt");
ALTER TABLE "EventChange" ADD CONSTRAINT "EventChange_act" CHECK ("act" IN ('move', 'confirm', 'cancel'));
CREATE TRIGGER "EventChange_append_only" BEFORE UPDATE OR DELETE OR TRUNCATE ON "EventChange"
  FOR EACH STATEMENT EXECUTE FUNCTION "history_is_append_only"();

ALTER TABLE "EventInvitation" ADD CONSTRAINT "EventInvitation_state"
  CHECK ("state" IN ('invited', 'answered', 'declined', 'excused'));
-- No more people of an organisation than it may send, substitutes included (39).
ALTER TABLE "EventInvitation" ADD CONSTRAINT "EventInvitation_seats" CHECK ("taken" >= 0 AND "taken" <= "seats");

ALTER TABLE "Registration" ADD CONSTRAINT "Registration_standing" CHECK ("standing" IN ('organisation', 'guest', 'expert'));
ALTER TABLE "Registration" ADD CONSTRAINT "Registration_invitation"
  CHECK (("standing" = 'organisation') = ("invitationId" IS NOT NULL));
ALTER TABLE "Registration" ADD CONSTRAINT "Registration_state"
  CHECK ("state" IN ('going', 'waiting', 'offered', 'declined', 'excused', 'lapsed', 'replaced', 'attended', 'absent'));
ALTER TABLE "Registration" ADD CONSTRAINT "Registration_offered"
  CHECK (("state" = 'offered') = ("offeredUntil" IS NOT NULL));
ALTER TABLE "Registration" ADD CONSTRAINT "Registration_queued"
  CHECK ("queueNumber" IS NOT NULL OR "state" NOT IN ('waiting', 'offered'));
CREATE UNIQUE INDEX "Registration_queue" ON "Registration" ("eventId", "queueNumber");
CREATE INDEX "Registration_offered_until" ON "Registration" ("offeredUntil") WHERE "state" = 'offered';

ALTER TABLE "Attendance" ADD CONSTRAINT "Attendance_way" CHECK ("way" IN ('in_room', 'online'));
ALTER TABLE "Attendance" ADD CONSTRAINT "Attendance_marked_from" CHECK ("markedFrom" IN ('staff', 'code'));

-- Who holds a seat of the event, and who one of the organisation's: those who wait hold one of the latter only.
CREATE FUNCTION "event_seats_held"("standing" text, "state" text) RETURNS int LANGUAGE sql IMMUTABLE AS $$
  SELECT CASE WHEN "standing" <> 'expert' AND "state" IN ('going', 'offered', 'attended', 'absent') THEN 1 ELSE 0 END $$;
CREATE FUNCTION "invitation_seats_held"("state" text) RETURNS int LANGUAGE sql IMMUTABLE AS $$
  SELECT CASE WHEN "state" IN ('going', 'offered', 'waiting', 'attended', 'absent') THEN 1 ELSE 0 END $$;

CREATE FUNCTION "count_event_seats"() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE "before" int := 0; "after" int := 0; "ownBefore" int := 0; "ownAfter" int := 0;
BEGIN
  IF TG_OP <> 'INSERT' THEN
    "before" := "event_seats_held"(OLD."standing", OLD."state");
    "ownBefore" := "invitation_seats_held"(OLD."state");
  END IF;
  IF TG_OP <> 'DELETE' THEN
    "after" := "event_seats_held"(NEW."standing", NEW."state");
    "ownAfter" := "invitation_seats_held"(NEW."state");
  END IF;
  IF TG_OP = 'UPDATE' AND (OLD."eventId" <> NEW."eventId"
    OR ("ownBefore" = 1 AND OLD."invitationId" IS DISTINCT FROM NEW."invitationId")) THEN
    RAISE EXCEPTION 'a registration that counts stays with its event and organisation';
  END IF;
  IF "before" <> "after" THEN
    UPDATE "Event" SET "taken" = "taken" + "after" - "before" WHERE "id" = coalesce(NEW."eventId", OLD."eventId");
  END IF;
  IF "ownBefore" <> "ownAfter" AND coalesce(NEW."invitationId", OLD."invitationId") IS NOT NULL THEN
    UPDATE "EventInvitation" SET "taken" = "taken" + "ownAfter" - "ownBefore"
      WHERE "id" = coalesce(NEW."invitationId", OLD."invitationId");
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER "Registration_seats" AFTER INSERT OR UPDATE OR DELETE ON "Registration"
  FOR EACH ROW EXECUTE FUNCTION "count_event_seats"();
