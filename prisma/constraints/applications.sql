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
