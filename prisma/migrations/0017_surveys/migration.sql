-- CreateTable
CREATE TABLE "Survey" (
    "id" UUID NOT NULL,
    "cohortId" UUID NOT NULL,
    "form" TEXT NOT NULL,
    "isAnonymous" BOOLEAN NOT NULL,
    "aboutKind" TEXT NOT NULL,
    "aboutId" UUID NOT NULL,
    "round" INTEGER NOT NULL,
    "aboutOn" TEXT NOT NULL,
    "askedAt" TIMESTAMPTZ(3) NOT NULL,
    "remindAt" TIMESTAMPTZ(3) NOT NULL,
    "closesAt" TIMESTAMPTZ(3) NOT NULL,
    "remindedAt" TIMESTAMPTZ(3),
    "closedAt" TIMESTAMPTZ(3),

    CONSTRAINT "Survey_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "SurveyRoll" (
    "surveyId" UUID NOT NULL,
    "asked" UUID[],
    "answered" UUID[],

    CONSTRAINT "SurveyRoll_pkey" PRIMARY KEY ("surveyId")
);

-- CreateTable
CREATE TABLE "SurveyTally" (
    "surveyId" UUID NOT NULL,
    "answers" INTEGER NOT NULL,
    "counts" JSONB NOT NULL,
    "texts" JSONB NOT NULL,

    CONSTRAINT "SurveyTally_pkey" PRIMARY KEY ("surveyId")
);

-- CreateTable
CREATE TABLE "SurveyAnswer" (
    "surveyId" UUID NOT NULL,
    "personId" UUID NOT NULL,
    "answers" JSONB NOT NULL,
    "answeredAt" TIMESTAMPTZ(3) NOT NULL,
    "version" INTEGER NOT NULL,

    CONSTRAINT "SurveyAnswer_pkey" PRIMARY KEY ("surveyId","personId")
);

-- CreateIndex
CREATE INDEX "Survey_cohortId_closedAt_idx" ON "Survey"("cohortId", "closedAt");

-- CreateIndex
CREATE UNIQUE INDEX "Survey_form_aboutKind_aboutId_round_key" ON "Survey"("form", "aboutKind", "aboutId", "round");

-- AddForeignKey
ALTER TABLE "Survey" ADD CONSTRAINT "Survey_cohortId_fkey" FOREIGN KEY ("cohortId") REFERENCES "Cohort"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SurveyRoll" ADD CONSTRAINT "SurveyRoll_surveyId_fkey" FOREIGN KEY ("surveyId") REFERENCES "Survey"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SurveyTally" ADD CONSTRAINT "SurveyTally_surveyId_fkey" FOREIGN KEY ("surveyId") REFERENCES "Survey"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SurveyAnswer" ADD CONSTRAINT "SurveyAnswer_surveyId_fkey" FOREIGN KEY ("surveyId") REFERENCES "Survey"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SurveyAnswer" ADD CONSTRAINT "SurveyAnswer_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- A survey is asked, reminded of and closed in this order, at most one time each.
ALTER TABLE "Survey" ADD CONSTRAINT "Survey_about" CHECK ("aboutKind" IN ('event', 'consultation', 'assignment', 'participation'));
ALTER TABLE "Survey" ADD CONSTRAINT "Survey_order" CHECK ("askedAt" < "remindAt" AND "remindAt" < "closesAt" AND "round" >= 1);
CREATE INDEX "Survey_open" ON "Survey" ("closesAt") WHERE "closedAt" IS NULL;

-- Who answered stands in the order of the ids and nobody stands twice: the order tells nothing of when (decision 0025).
CREATE FUNCTION survey_in_order(ids uuid[]) RETURNS boolean LANGUAGE sql IMMUTABLE AS
$$ SELECT ids = coalesce((SELECT array_agg(DISTINCT one ORDER BY one) FROM unnest(ids) AS one), '{}') $$;
ALTER TABLE "SurveyRoll" ADD CONSTRAINT "SurveyRoll_asked" CHECK (survey_in_order("asked"));
ALTER TABLE "SurveyRoll" ADD CONSTRAINT "SurveyRoll_answered" CHECK (survey_in_order("answered") AND "answered" <@ "asked");
ALTER TABLE "SurveyTally" ADD CONSTRAINT "SurveyTally_answers" CHECK ("answers" >= 0);

-- Answers with names have no place in an anonymous survey, and what is added up none in a named one.
CREATE FUNCTION survey_kind_kept() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF (SELECT "isAnonymous" FROM "Survey" WHERE "id" = NEW."surveyId") <> (TG_TABLE_NAME = 'SurveyTally') THEN
    RAISE EXCEPTION '% does not fit this survey', TG_TABLE_NAME;
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER "SurveyAnswer_named" BEFORE INSERT OR UPDATE ON "SurveyAnswer" FOR EACH ROW EXECUTE FUNCTION survey_kind_kept();
CREATE TRIGGER "SurveyTally_anonymous" BEFORE INSERT OR UPDATE ON "SurveyTally" FOR EACH ROW EXECUTE FUNCTION survey_kind_kept();

-- What was promised to those who were asked stays so.
CREATE FUNCTION survey_promise_kept() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW."isAnonymous" <> OLD."isAnonymous" THEN RAISE EXCEPTION 'A survey stays anonymous or named'; END IF;
  IF OLD."closedAt" IS NOT NULL AND NEW."closedAt" IS DISTINCT FROM OLD."closedAt" THEN RAISE EXCEPTION 'A closed survey stays closed'; END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER "Survey_promise" BEFORE UPDATE ON "Survey" FOR EACH ROW EXECUTE FUNCTION survey_promise_kept();
