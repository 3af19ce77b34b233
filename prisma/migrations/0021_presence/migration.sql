-- Numbers of a queue are given once each: 0019 took this index away by mistake.
CREATE UNIQUE INDEX "Registration_queue" ON "Registration"("eventId", "queueNumber");

-- Whoever was excused and comes after all needs no seat: theirs may have gone on to somebody else.
ALTER TABLE "Registration" ADD COLUMN "isExtra" BOOLEAN NOT NULL DEFAULT false;
ALTER TABLE "Registration" ALTER COLUMN "isExtra" DROP DEFAULT;

CREATE OR REPLACE FUNCTION "count_event_seats"() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE "before" int := 0; "after" int := 0; "ownBefore" int := 0; "ownAfter" int := 0;
BEGIN
  IF TG_OP <> 'INSERT' AND NOT OLD."isExtra" THEN
    "before" := "event_seats_held"(OLD."standing", OLD."state");
    "ownBefore" := "invitation_seats_held"(OLD."state");
  END IF;
  IF TG_OP <> 'DELETE' AND NOT NEW."isExtra" THEN
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
