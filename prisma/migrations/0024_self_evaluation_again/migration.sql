-- A self-evaluation is sent once, and then stays; only when its action turns out to be moved is it a draft again.
CREATE OR REPLACE FUNCTION "self_evaluation_is_sent_once"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD."sentAt" IS NOT NULL AND (NEW."sentAt" IS NOT NULL OR NEW."draft" IS DISTINCT FROM OLD."content"
      OR NOT EXISTS (SELECT 1 FROM "Opinion" WHERE "id" = OLD."opinionId" AND "state" = 'not_due')) THEN
    RAISE EXCEPTION 'a self-evaluation is sent once';
  END IF;
  RETURN NEW;
END $$;
