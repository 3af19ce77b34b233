-- AlterTable
ALTER TABLE "Notice" ADD COLUMN     "version" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "words" TEXT;

-- AlterTable
ALTER TABLE "Reminder" ADD COLUMN     "staffSay" TEXT;

-- States and words that the code knows.
ALTER TABLE "Notice" ADD CONSTRAINT "Notice_state"
  CHECK ("state" IN ('pending', 'sending', 'sent', 'failed', 'dropped', 'held', 'cancelled'));
ALTER TABLE "Notice" ADD CONSTRAINT "Notice_words" CHECK ("words" <> '');
ALTER TABLE "Reminder" ADD CONSTRAINT "Reminder_staffSay" CHECK ("staffSay" IN ('withheld', 'now'));

-- The outbox of a cohort: what waits to be said.
CREATE INDEX "Notice_outbox" ON "Notice" ("cohortId", "dueAt") WHERE "state" IN ('pending', 'held');
