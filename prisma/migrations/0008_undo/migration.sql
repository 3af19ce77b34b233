-- CreateTable
CREATE TABLE "WaitingAct" (
    "id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "params" JSONB NOT NULL,
    "key" TEXT NOT NULL,
    "cohortId" UUID NOT NULL,
    "byPerson" UUID NOT NULL,
    "writtenAt" TIMESTAMPTZ(3) NOT NULL,
    "dueAt" TIMESTAMPTZ(3) NOT NULL,
    "state" TEXT NOT NULL,
    "result" JSONB,
    "refusal" TEXT,
    "endedAt" TIMESTAMPTZ(3),
    "endedBy" UUID,
    "failures" INTEGER NOT NULL,

    CONSTRAINT "WaitingAct_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Correction" (
    "id" UUID NOT NULL,
    "actId" UUID NOT NULL,
    "targetKind" TEXT NOT NULL,
    "target" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "byPerson" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Correction_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "WaitingAct_cohortId_writtenAt_idx" ON "WaitingAct"("cohortId", "writtenAt");

-- CreateIndex
CREATE UNIQUE INDEX "Correction_actId_targetKind_target_key" ON "Correction"("actId", "targetKind", "target");

-- AddForeignKey
ALTER TABLE "WaitingAct" ADD CONSTRAINT "WaitingAct_cohortId_fkey" FOREIGN KEY ("cohortId") REFERENCES "Cohort"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Correction" ADD CONSTRAINT "Correction_actId_fkey" FOREIGN KEY ("actId") REFERENCES "WaitingAct"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- An act is in one of the states of its table; one that is over has its moment, one that was refused its reason.
ALTER TABLE "WaitingAct" ADD CONSTRAINT "WaitingAct_state" CHECK ("state" IN ('waiting', 'done', 'undone', 'refused'));
ALTER TABLE "WaitingAct" ADD CONSTRAINT "WaitingAct_ended" CHECK (("state" = 'waiting') = ("endedAt" IS NULL));
ALTER TABLE "WaitingAct" ADD CONSTRAINT "WaitingAct_refused" CHECK (("state" = 'refused') = ("refusal" IS NOT NULL));

-- One act waits for a thing at a time (R4), and what is due is found without reading what is over.
CREATE UNIQUE INDEX "WaitingAct_one_waiting" ON "WaitingAct" ("key") WHERE "state" = 'waiting';
CREATE INDEX "WaitingAct_due" ON "WaitingAct" ("dueAt") WHERE "state" = 'waiting';

-- A correction goes to a person or to a channel.
ALTER TABLE "Correction" ADD CONSTRAINT "Correction_target" CHECK ("targetKind" IN ('person', 'channel'));
