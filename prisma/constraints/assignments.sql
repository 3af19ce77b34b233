-- An assignment is in one of the states of its table, and what a state means is there: an answer has its moment, a no its reason.
-- One proposed and one active for a participation (CO-9, invariant 3): "Assignment_one_proposed", "Assignment_one_active".
ALTER TABLE "Assignment" ADD CONSTRAINT "Assignment_state"
  CHECK ("state" IN ('proposed', 'active', 'declined', 'withdrawn', 'ended'));
ALTER TABLE "Assignment" ADD CONSTRAINT "Assignment_answered"
  CHECK ("state" NOT IN ('active', 'declined', 'ended') OR "answeredAt" IS NOT NULL);
ALTER TABLE "Assignment" ADD CONSTRAINT "Assignment_declined"
  CHECK (("state" = 'declined') = ("declineCategory" IS NOT NULL));
