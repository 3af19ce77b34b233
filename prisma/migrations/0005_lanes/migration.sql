-- DropIndex
DROP INDEX "Notice_state_dueAt_idx";

-- AlterTable
ALTER TABLE "Notice" ADD COLUMN     "isDoubtful" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "triedAt" TIMESTAMPTZ(3);

-- CreateTable
CREATE TABLE "Lane" (
    "targetKind" TEXT NOT NULL,
    "target" TEXT NOT NULL,
    "slotAt" TIMESTAMPTZ(3) NOT NULL,
    "freeAt" TIMESTAMPTZ(3) NOT NULL,
    "holder" UUID,

    CONSTRAINT "Lane_pkey" PRIMARY KEY ("targetKind","target")
);

-- What may have arrived before this version knew of doubts is looked up before it is sent again.
UPDATE "Notice" SET "triedAt" = "dueAt" WHERE "state" IN ('sending', 'failed');
UPDATE "Notice" SET "isDoubtful" = true WHERE "state" = 'failed';

-- The next of a lane, in the order in which it is said; what is due, whatever its lane; what waits for staff.
CREATE INDEX "Notice_lane" ON "Notice" ("targetKind", "target", "dueAt", "createdAt", "id")
  WHERE "state" IN ('pending', 'sending');
CREATE INDEX "Notice_due" ON "Notice" ("dueAt") WHERE "state" IN ('pending', 'sending');
CREATE INDEX "Notice_undelivered" ON "Notice" ("createdAt") WHERE "state" = 'failed';
