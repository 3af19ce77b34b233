-- AlterTable
ALTER TABLE "HelpRequest" ADD COLUMN     "answerOn" TEXT,
ADD COLUMN     "closedAt" TIMESTAMPTZ(3),
ADD COLUMN     "closedBy" UUID,
ADD COLUMN     "closingNote" TEXT;

-- CreateTable
CREATE TABLE "HandOver" (
    "id" UUID NOT NULL,
    "participationId" UUID NOT NULL,
    "cohortId" UUID NOT NULL,
    "assignmentId" UUID NOT NULL,
    "formerId" UUID NOT NULL,
    "state" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "note" TEXT,
    "lastOn" TEXT,
    "askedBy" UUID NOT NULL,
    "askedAt" TIMESTAMPTZ(3) NOT NULL,
    "leftAt" TIMESTAMPTZ(3),
    "wasVacant" BOOLEAN NOT NULL DEFAULT false,
    "successorId" UUID,
    "endedAt" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL,

    CONSTRAINT "HandOver_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "SilenceSignal" (
    "id" UUID NOT NULL,
    "participationId" UUID NOT NULL,
    "expertId" UUID NOT NULL,
    "fact" TEXT NOT NULL,
    "since" TIMESTAMPTZ(3) NOT NULL,
    "toldAt" TIMESTAMPTZ(3) NOT NULL,
    "dismissedAt" TIMESTAMPTZ(3),

    CONSTRAINT "SilenceSignal_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "HandOver_participationId_idx" ON "HandOver"("participationId");

-- CreateIndex
CREATE UNIQUE INDEX "SilenceSignal_participationId_expertId_fact_since_key" ON "SilenceSignal"("participationId", "expertId", "fact", "since");

-- AddForeignKey
ALTER TABLE "HandOver" ADD CONSTRAINT "HandOver_participationId_fkey" FOREIGN KEY ("participationId") REFERENCES "Participation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SilenceSignal" ADD CONSTRAINT "SilenceSignal_participationId_fkey" FOREIGN KEY ("participationId") REFERENCES "Participation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- An expert whose organisation passed to another one: "replaced".
ALTER TABLE "Assignment" DROP CONSTRAINT "Assignment_state";
ALTER TABLE "Assignment" ADD CONSTRAINT "Assignment_state"
  CHECK ("state" IN ('proposed', 'active', 'declined', 'withdrawn', 'ended', 'replaced'));
ALTER TABLE "Assignment" DROP CONSTRAINT "Assignment_answered";
ALTER TABLE "Assignment" ADD CONSTRAINT "Assignment_answered"
  CHECK ("state" NOT IN ('active', 'declined', 'ended', 'replaced') OR "answeredAt" IS NOT NULL);

-- One open hand-over of a place (CO-10), and what a state means is there.
CREATE UNIQUE INDEX "HandOver_one_open" ON "HandOver" ("participationId") WHERE "state" = 'open';
ALTER TABLE "HandOver" ADD CONSTRAINT "HandOver_state" CHECK ("state" IN ('open', 'done', 'stopped'));
ALTER TABLE "HandOver" ADD CONSTRAINT "HandOver_done"
  CHECK (("state" = 'done') = ("successorId" IS NOT NULL) AND ("state" <> 'done' OR "leftAt" IS NOT NULL));
ALTER TABLE "HandOver" ADD CONSTRAINT "HandOver_ended" CHECK (("state" = 'open') = ("endedAt" IS NULL));
-- Only an illness makes a note impossible.
ALTER TABLE "HandOver" ADD CONSTRAINT "HandOver_note" CHECK ("note" IS NOT NULL OR "reason" = 'illness');

ALTER TABLE "HelpRequest" ADD CONSTRAINT "HelpRequest_closed" CHECK (("closedAt" IS NULL) = ("closedBy" IS NULL));
