-- What was answered in a closed survey, and by whom, stays as it was: results are shown once it is closed (decision 0025).
CREATE FUNCTION survey_closed_kept() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF (SELECT "closedAt" FROM "Survey" WHERE "id" = NEW."surveyId") IS NOT NULL THEN
    RAISE EXCEPTION 'A closed survey takes no answers';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER "SurveyRoll_closed" BEFORE UPDATE ON "SurveyRoll" FOR EACH ROW EXECUTE FUNCTION survey_closed_kept();
CREATE TRIGGER "SurveyTally_closed" BEFORE UPDATE ON "SurveyTally" FOR EACH ROW EXECUTE FUNCTION survey_closed_kept();
