-- AlterTable
ALTER TABLE "Obligation" ADD COLUMN     "remindAt" TIMESTAMPTZ(3),
ADD COLUMN     "snoozedUntil" TIMESTAMPTZ(3);

-- CreateTable
CREATE TABLE "Reminder" (
    "id" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "obligationId" UUID NOT NULL,
    "step" TEXT NOT NULL,
    "recipient" TEXT NOT NULL,
    "messageId" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Reminder_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ReminderRun" (
    "cohortId" UUID NOT NULL,
    "saidUntil" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "ReminderRun_pkey" PRIMARY KEY ("cohortId")
);

-- CreateIndex
CREATE UNIQUE INDEX "Reminder_key_key" ON "Reminder"("key");

-- CreateIndex
CREATE INDEX "Reminder_obligationId_idx" ON "Reminder"("obligationId");

-- CreateIndex
CREATE INDEX "Reminder_messageId_idx" ON "Reminder"("messageId");

-- CreateIndex
CREATE INDEX "Reminder_recipient_at_idx" ON "Reminder"("recipient", "at");

-- AddForeignKey
ALTER TABLE "Reminder" ADD CONSTRAINT "Reminder_obligationId_fkey" FOREIGN KEY ("obligationId") REFERENCES "Obligation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- The tick asks which cohorts have something to look at, and what.
CREATE INDEX "Obligation_open_remind" ON "Obligation" ("cohortId", "remindAt") WHERE "closedAt" IS NULL AND "remindAt" IS NOT NULL;

-- What is open already is looked at once.
UPDATE "Obligation" SET "remindAt" = "openedAt" WHERE "closedAt" IS NULL;
