-- A participation is in one of the states of its table; a channel is made only under a claimed name.
ALTER TABLE "Participation" ADD CONSTRAINT "Participation_state" CHECK ("state" IN (
  'invited', 'confirmed', 'active', 'action_done', 'closed', 'declined', 'lapsed', 'resigned', 'removed'));
ALTER TABLE "Participation" ADD CONSTRAINT "Participation_card_in_channel"
  CHECK ("cardTs" IS NULL OR "channelId" IS NOT NULL);
