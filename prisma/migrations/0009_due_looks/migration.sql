-- The minute's looks go by the moment alone, over all cohorts: where something is to be said, and what is newly overdue.
CREATE INDEX "Obligation_remind_at" ON "Obligation" ("remindAt", "cohortId") WHERE "closedAt" IS NULL;
CREATE INDEX "Deadline_newly_overdue" ON "Deadline" ("dueAt") WHERE "state" = 'open' AND NOT "shownOverdue";
