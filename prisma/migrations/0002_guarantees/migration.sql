-- What the data model cannot say and the database must nevertheless guarantee.
-- Names are used by isUniqueViolation and isCheckViolation: "<Table>_<rule>".

-- At most one active expert, and one open proposal, for an organisation in a cohort (CO-9).
CREATE UNIQUE INDEX "Assignment_one_active" ON "Assignment" ("participationId") WHERE "state" = 'active';
CREATE UNIQUE INDEX "Assignment_one_proposed" ON "Assignment" ("participationId") WHERE "state" = 'proposed';

-- One living application of an organisation in a call, whoever sends it (invariant 2). One waiting for confirmation keeps the place.
CREATE UNIQUE INDEX "Application_one_per_call" ON "Application" ("callId", "organisationId")
  WHERE "state" NOT IN ('draft', 'withdrawn');

-- One new draft of a person in a call; pulled-back ones (their organisation is known) do not stand in its way.
CREATE UNIQUE INDEX "Application_one_draft" ON "Application" ("callId", "editorId")
  WHERE "state" = 'draft' AND NOT "onBehalf" AND "organisationId" IS NULL;

-- What stands in a call has an organisation, a number and the moments of receipt and entry (APP-4).
ALTER TABLE "Application" ADD CONSTRAINT "Application_complete" CHECK (
  "state" IN ('draft', 'withdrawn')
  OR ("organisationId" IS NOT NULL AND "number" IS NOT NULL AND "receivedAt" IS NOT NULL AND "enteredAt" IS NOT NULL));

-- Entered late, an application counts only when a second person confirmed it (APP-10).
ALTER TABLE "Application" ADD CONSTRAINT "Application_confirmed_by_another" CHECK (
  "lateReason" IS NULL OR "state" IN ('draft', 'awaiting_confirmation', 'withdrawn') OR "confirmedBy" IS NOT NULL);

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

-- An organisation is known by register, the register's name where numbers repeat between registers, and number (O1, O4).
CREATE UNIQUE INDEX "Organisation_register" ON "Organisation" ("registerType", (lower(coalesce("registerName", ''))), "registerNumber");

-- A participation is in one of the states of its table; a channel is made only under a claimed name.
ALTER TABLE "Participation" ADD CONSTRAINT "Participation_state" CHECK ("state" IN (
  'invited', 'confirmed', 'active', 'action_done', 'closed', 'declined', 'lapsed', 'resigned', 'removed'));
ALTER TABLE "Participation" ADD CONSTRAINT "Participation_card_in_channel"
  CHECK ("cardTs" IS NULL OR "channelId" IS NOT NULL);

-- A tie ends after it began.
ALTER TABLE "Tie" ADD CONSTRAINT "Tie_order" CHECK ("endedAt" IS NULL OR "endedAt" >= "declaredAt");

-- An assignment is in one of the states of its table, and what a state means is there: an answer has its moment, a no its reason.
ALTER TABLE "Assignment" ADD CONSTRAINT "Assignment_state"
  CHECK ("state" IN ('proposed', 'active', 'declined', 'withdrawn', 'ended'));
ALTER TABLE "Assignment" ADD CONSTRAINT "Assignment_answered"
  CHECK ("state" NOT IN ('active', 'declined', 'ended') OR "answeredAt" IS NOT NULL);
ALTER TABLE "Assignment" ADD CONSTRAINT "Assignment_declined"
  CHECK (("state" = 'declined') = ("declineCategory" IS NOT NULL));

-- The journal is append-only.
CREATE FUNCTION "journal_is_append_only"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'The journal is append-only; write a new entry instead.' USING ERRCODE = 'integrity_constraint_violation';
END
$$;
CREATE TRIGGER "JournalEntry_append_only" BEFORE UPDATE OR DELETE OR TRUNCATE ON "JournalEntry"
  FOR EACH STATEMENT EXECUTE FUNCTION "journal_is_append_only"();
