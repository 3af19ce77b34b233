-- AlterTable
ALTER TABLE "ActionChange" ADD COLUMN     "fromEnds" TIMESTAMPTZ(3),
ADD COLUMN     "toEnds" TIMESTAMPTZ(3);

-- When a date was taken away is known as well: terms count from it when it was the last thing open.
ALTER TABLE "ActionDate" DROP CONSTRAINT "ActionDate_state";
UPDATE "ActionDate" d SET "answeredAt" = coalesce(
  (SELECT max(c."at") FROM "ActionChange" c WHERE c."dateId" = d."id" AND c."act" = 'remove'), d."startsAt")
  WHERE d."state" = 'removed' AND d."answeredAt" IS NULL;
ALTER TABLE "ActionDate" ADD CONSTRAINT "ActionDate_state" CHECK (
  "state" IN ('planned', 'held', 'not_held', 'removed')
  AND ("state" = 'planned') = ("answeredAt" IS NULL)
  AND ("state" = 'held' OR NOT "isPartly"));
