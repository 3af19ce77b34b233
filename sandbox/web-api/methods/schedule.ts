import { SCHEDULE } from '../../contract/limits.ts';
import type { Core } from '../../core.ts';
import { botScopes } from '../../manifest.ts';
import { schedule, unschedule } from '../../world/schedule.ts';
import type { Scheduled } from '../../world/types.ts';
import { page, seenChannel, writableChannel } from '../access.ts';
import { type Handler, type Handlers, refuse } from '../call.ts';
import { readContent } from '../content.ts';
import { threadOf } from './chat.ts';

/** Whether one more message would be too many in any window around its moment. */
const crowded = (core: Core, channel: string, postAt: number): boolean => {
  const { windowSeconds, together } = SCHEDULE;
  const times = core.world.state.scheduled
    .filter((one) => one.channel === channel && Math.abs(one.postAt - postAt) < windowSeconds)
    .map((one) => one.postAt)
    .concat(postAt);
  const within = (start: number) => times.filter((time) => time >= start && time < start + windowSeconds).length;
  return times.some((start) => start <= postAt && within(start) > together);
};

const scheduleMessage: Handler = (core, args) => {
  const content = readContent(core, args, 'chat.scheduleMessage');
  const channel = writableChannel(core, args.text('channel'), botScopes(core.manifest).includes('chat:write.public'));
  const threadTs = threadOf(core, channel.id, args.optional('thread_ts'));
  const postAt = args.number('post_at') ?? 0;
  const now = core.clock.now();
  if (!Number.isInteger(postAt)) refuse('invalid_time');
  if (postAt * 1000 <= now) refuse('time_in_past');
  if (postAt * 1000 > now + SCHEDULE.aheadMs) refuse('time_too_far');
  if (crowded(core, channel.id, postAt)) refuse('restricted_too_many');
  if (content.metadata)
    core.record.violate('scheduled_with_metadata', 'Slack takes a scheduled message with metadata and never posts it');
  const one: Scheduled = {
    id: core.world.newId('Q'),
    channel: channel.id,
    postAt,
    created: Math.floor(now / 1000),
    text: content.text,
    blocks: content.blocks,
    threadTs,
    metadata: content.metadata,
  };
  schedule(core, one);
  const message = { type: 'delayed_message', text: one.text, user: core.world.bot.id, bot_id: core.world.botId };
  const shown = { ...message, team: core.world.home.id, ...(one.blocks.length > 0 && { blocks: one.blocks }) };
  return { channel: channel.id, scheduled_message_id: one.id, post_at: postAt, message: shown };
};

const list: Handler = (core, args) => {
  const channel = args.optional('channel');
  if (channel !== undefined) seenChannel(core, channel);
  const [oldest, latest] = [Number(args.optional('oldest') ?? 0), Number(args.optional('latest') ?? Infinity)];
  const found = core.world.state.scheduled.filter(
    (one) => (channel === undefined || one.channel === channel) && one.postAt >= oldest && one.postAt <= latest,
  );
  const { items, next } = page(found, args.optional('cursor'), args.number('limit'));
  return {
    scheduled_messages: items.map((one) => ({
      id: one.id,
      channel_id: one.channel,
      post_at: one.postAt,
      date_created: one.created,
      text: one.text,
    })),
    response_metadata: { next_cursor: next },
  };
};

const remove: Handler = (core, args) => {
  const channel = seenChannel(core, args.text('channel'));
  const wanted = args.text('scheduled_message_id');
  const one = core.world.state.scheduled.find((other) => other.id === wanted && other.channel === channel.id);
  if (!one || one.postAt * 1000 - core.clock.now() < SCHEDULE.fixedMs) return refuse('invalid_scheduled_message_id');
  unschedule(core, one);
  return {};
};

export const SCHEDULED: Handlers = {
  'chat.scheduleMessage': scheduleMessage,
  'chat.scheduledMessages.list': list,
  'chat.deleteScheduledMessage': remove,
};
