import { z } from 'zod';

/** Words of Slack for this feature: action and callback ids. */
export const IDS = {
  who: 'participations_who',
  help: 'participations_help',
  retry: 'participations_retry',
} as const;

/** The queue in which everything of one participation in Slack happens, one job at a time. */
export const CHANNEL_QUEUE = 'participations.channel';

/** The mark the card carries in Slack's metadata. */
export const CARD_MARK = 'debiuty_case_card';

export const NOTICES = {
  report: 'participations.channel_report',
  help: 'participations.help_asked',
} as const;

/** What a private word to staff may be about (OR-15). */
export const HELP_TOPICS = ['question', 'expert', 'complaint', 'data'] as const;
export type HelpTopic = (typeof HELP_TOPICS)[number];

/** A button's value: the participation. */
export const participationId = { decode: (raw: string | null) => z.uuid().safeParse(raw).data ?? null };

export const channelJob = z.object({
  participationId: z.uuid(),
  /** `open`: channel, people and card; `card`: the card; `repair`: the card even if it looks unchanged, and people; `invite`, `remove`: people. */
  task: z.enum(['open', 'card', 'repair', 'invite', 'remove']),
  personIds: z.array(z.uuid()).optional(),
  /** Names this run in notices, so that each run reports once. */
  run: z.uuid(),
  /** Staff asked for it, and want to hear that it worked. */
  asked: z.boolean().optional(),
});
export type ChannelJob = z.infer<typeof channelJob>;
