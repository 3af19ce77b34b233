import type { Core } from '../core.ts';
import type { Moment } from '../page-api.ts';
import { post } from './messages.ts';
import type { Scheduled, WorldState } from './types.ts';

/** Posts it, unless it was taken back. Slack never posts one with metadata (contract 5.7), nor where the app may not write. */
const fire = (core: Core, one: Scheduled): void => {
  if (!unschedule(core, one)) return;
  const { bot, channel: channelOf } = core.world;
  const channel = channelOf(one.channel);
  if (one.metadata !== null || !channel || channel.archived || !channel.members.includes(bot.id)) return;
  post(core, channel, { user: bot.id, text: one.text, blocks: one.blocks, threadTs: one.threadTs });
};

const arm = (core: Core, one: Scheduled): void => void core.clock.at(one.postAt * 1000, () => fire(core, one));

/** Keeps a message until its moment on the sandbox's clock. */
export const schedule = (core: Core, one: Scheduled): void => {
  core.world.state.scheduled.push(one);
  arm(core, one);
  core.changed({ changed: 'clock' });
};

/** Takes a message back. @returns false when it was no longer waiting. */
export const unschedule = (core: Core, one: Scheduled): boolean => {
  const { state } = core.world;
  const left = state.scheduled.filter((other) => other !== one);
  const waited = left.length < state.scheduled.length;
  state.scheduled = left;
  core.changed({ changed: 'clock' });
  return waited;
};

/** The message that is posted next, as a moment to go to. */
export const nextScheduled = ({ scheduled }: WorldState): Moment | null => {
  const next = scheduled.toSorted((a, b) => a.postAt - b.postAt)[0];
  return next ? { at: next.postAt * 1000, label: 'Zaplanowana wiadomość' } : null;
};

/** After a start: what was kept waits on; what should have been posted meanwhile is posted at once. */
export const resumeSchedule = (core: Core): void => {
  for (const one of core.world.state.scheduled) arm(core, one);
};
