-- AlterTable
ALTER TABLE "Cohort" ADD COLUMN     "endsOn" TEXT;

-- CreateTable
CREATE TABLE "Deadline" (
    "id" UUID NOT NULL,
    "participationId" UUID NOT NULL,
    "cohortId" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "dueOn" TEXT NOT NULL,
    "dueTime" TEXT NOT NULL,
    "zone" TEXT NOT NULL,
    "dueAt" TIMESTAMPTZ(3) NOT NULL,
    "state" TEXT NOT NULL,
    "doneAt" TIMESTAMPTZ(3),
    "doneBy" UUID,
    "shownOverdue" BOOLEAN NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "version" INTEGER NOT NULL,

    CONSTRAINT "Deadline_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "DeadlineChange" (
    "id" UUID NOT NULL,
    "moveId" UUID NOT NULL,
    "deadlineId" UUID,
    "callId" UUID,
    "act" TEXT NOT NULL,
    "fromOn" TEXT,
    "fromTime" TEXT,
    "toOn" TEXT,
    "toTime" TEXT,
    "zone" TEXT NOT NULL,
    "reason" TEXT,
    "personId" UUID,
    "origin" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "DeadlineChange_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "TimeRequest" (
    "id" UUID NOT NULL,
    "deadlineId" UUID NOT NULL,
    "personId" UUID NOT NULL,
    "reason" TEXT NOT NULL,
    "proposedOn" TEXT NOT NULL,
    "isLate" BOOLEAN NOT NULL,
    "state" TEXT NOT NULL,
    "askedAt" TIMESTAMPTZ(3) NOT NULL,
    "answeredAt" TIMESTAMPTZ(3),
    "answeredBy" UUID,
    "answerReason" TEXT,

    CONSTRAINT "TimeRequest_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ShownHome" (
    "personId" UUID NOT NULL,
    "openedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "ShownHome_pkey" PRIMARY KEY ("personId")
);

-- CreateIndex
CREATE INDEX "Deadline_cohortId_kind_idx" ON "Deadline"("cohortId", "kind");

-- CreateIndex
CREATE UNIQUE INDEX "Deadline_participationId_kind_key" ON "Deadline"("participationId", "kind");

-- CreateIndex
CREATE INDEX "DeadlineChange_deadlineId_at_idx" ON "DeadlineChange"("deadlineId", "at");

-- CreateIndex
CREATE INDEX "DeadlineChange_callId_at_idx" ON "DeadlineChange"("callId", "at");

-- CreateIndex
CREATE INDEX "DeadlineChange_moveId_idx" ON "DeadlineChange"("moveId");

-- CreateIndex
CREATE INDEX "TimeRequest_deadlineId_idx" ON "TimeRequest"("deadlineId");

-- AddForeignKey
ALTER TABLE "Deadline" ADD CONSTRAINT "Deadline_participationId_fkey" FOREIGN KEY ("participationId") REFERENCES "Participation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "TimeRequest" ADD CONSTRAINT "TimeRequest_deadlineId_fkey" FOREIGN KEY ("deadlineId") REFERENCES "Deadline"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- The last day begins as the programme's definition has it.
UPDATE "Cohort" SET "endsOn" = "definition" ->> 'endsOn';
ALTER TABLE "Cohort" ADD CONSTRAINT "Cohort_last_day" CHECK ("endsOn" ~ '^\d{4}-\d{2}-\d{2}$');

-- A deadline is in one of the states of its table; what is done has its moment.
ALTER TABLE "Deadline" ADD CONSTRAINT "Deadline_state" CHECK ("state" IN ('open', 'done', 'cancelled'));
ALTER TABLE "Deadline" ADD CONSTRAINT "Deadline_done" CHECK (("state" = 'done') = ("doneAt" IS NOT NULL));
ALTER TABLE "Deadline" ADD CONSTRAINT "Deadline_civil"
  CHECK ("dueOn" ~ '^\d{4}-\d{2}-\d{2}$' AND "dueTime" ~ '^([01]\d|2[0-3]):[0-5]\d$');

-- What is due next, and what has become overdue.
CREATE INDEX "Deadline_open_due" ON "Deadline" ("dueAt") WHERE "state" = 'open';

-- One wish for more time waits for an answer at a time; an answered one has its moment.
CREATE UNIQUE INDEX "TimeRequest_one_open" ON "TimeRequest" ("deadlineId") WHERE "state" = 'open';
ALTER TABLE "TimeRequest" ADD CONSTRAINT "TimeRequest_state"
  CHECK ("state" IN ('open', 'approved', 'refused', 'withdrawn', 'by_policy'));
ALTER TABLE "TimeRequest" ADD CONSTRAINT "TimeRequest_answered" CHECK (("state" = 'open') = ("answeredAt" IS NULL));

-- A step is one of a deadline or of a call; dates are whole or absent; one move changes a thing once (R3).
ALTER TABLE "DeadlineChange" ADD CONSTRAINT "DeadlineChange_of_one" CHECK (("deadlineId" IS NULL) <> ("callId" IS NULL));
ALTER TABLE "DeadlineChange" ADD CONSTRAINT "DeadlineChange_act"
  CHECK ("act" IN ('set', 'moved', 'removed', 'done', 'reopened') AND "origin" IN ('chosen', 'rule', 'policy'));
ALTER TABLE "DeadlineChange" ADD CONSTRAINT "DeadlineChange_whole_dates"
  CHECK (("fromOn" IS NULL) = ("fromTime" IS NULL) AND ("toOn" IS NULL) = ("toTime" IS NULL));
CREATE UNIQUE INDEX "DeadlineChange_once" ON "DeadlineChange" ("moveId", "deadlineId") WHERE "deadlineId" IS NOT NULL;
CREATE UNIQUE INDEX "DeadlineChange_once_call" ON "DeadlineChange" ("moveId", "callId") WHERE "callId" IS NOT NULL;

-- History is append-only, like the journal.
CREATE FUNCTION "history_is_append_only"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'History is append-only; write a new line instead.' USING ERRCODE = 'integrity_constraint_violation';
END
$$;
CREATE TRIGGER "DeadlineChange_append_only" BEFORE UPDATE OR DELETE OR TRUNCATE ON "DeadlineChange"
  FOR EACH STATEMENT EXECUTE FUNCTION "history_is_append_only"();
