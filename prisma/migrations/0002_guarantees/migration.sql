-- What the data model cannot say and the database must nevertheless guarantee.
-- Names are used by isUniqueViolation and isCheckViolation: "<Table>_<rule>".

-- At most one active expert, and one open proposal, for an organisation in a cohort (CO-9).
CREATE UNIQUE INDEX "Assignment_one_active" ON "Assignment" ("participationId") WHERE "state" = 'active';
CREATE UNIQUE INDEX "Assignment_one_proposed" ON "Assignment" ("participationId") WHERE "state" = 'proposed';

-- One living application of an organisation in a call, whoever sends it (APP-4), and one draft of a person.
CREATE UNIQUE INDEX "Application_one_per_call" ON "Application" ("callId", "organisationId")
  WHERE "state" NOT IN ('draft', 'withdrawn');
CREATE UNIQUE INDEX "Application_one_draft" ON "Application" ("callId", "editorId")
  WHERE "state" = 'draft' AND NOT "onBehalf";

-- A role, a representation and a tie are open once at a time; ended ones stay as history (R1).
CREATE UNIQUE INDEX "RoleGrant_one_open" ON "RoleGrant" ("personId", "role", "cohortId") NULLS NOT DISTINCT
  WHERE "endedAt" IS NULL;
CREATE UNIQUE INDEX "Representative_one_open" ON "Representative" ("organisationId", "personId")
  WHERE "endedAt" IS NULL;
CREATE UNIQUE INDEX "Tie_one_open" ON "Tie" ("expertId", "organisationId") WHERE "endedAt" IS NULL;

-- A Slack person is a team and a user, or neither.
ALTER TABLE "Person" ADD CONSTRAINT "Person_slack_identity_whole"
  CHECK (("slackTeamId" IS NULL) = ("slackUserId" IS NULL));

-- Money is whole grosze and never negative; counts are what they are called.
ALTER TABLE "Cohort" ADD CONSTRAINT "Cohort_numbers"
  CHECK ("places" >= 0 AND "grantGrosze" >= 0 AND "voucherGrosze" >= 0);
ALTER TABLE "Participation" ADD CONSTRAINT "Participation_money" CHECK ("grantGrosze" >= 0);
ALTER TABLE "ExpertProfile" ADD CONSTRAINT "ExpertProfile_load" CHECK ("maxLoad" >= 0);

-- A call opens before it closes, and what is too late is not before its closing moment (T1, T2).
ALTER TABLE "Call" ADD CONSTRAINT "Call_order" CHECK ("opensAt" < "closesAt" AND "lateFrom" >= "closesAt");
ALTER TABLE "Call" ADD CONSTRAINT "Call_stage" CHECK ("stage" >= 1 AND "nextNumber" >= 1);

-- The journal is append-only.
CREATE FUNCTION "journal_is_append_only"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'The journal is append-only; write a new entry instead.' USING ERRCODE = 'integrity_constraint_violation';
END
$$;
CREATE TRIGGER "JournalEntry_append_only" BEFORE UPDATE OR DELETE OR TRUNCATE ON "JournalEntry"
  FOR EACH STATEMENT EXECUTE FUNCTION "journal_is_append_only"();
