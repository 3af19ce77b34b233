import type { Core } from '../../core.ts';
import type { PageView } from '../../page-api.ts';
import { canSee } from '../../world/channels.ts';
import type { Person } from '../../world/types.ts';
import { messagesFor, pageView } from '../page.ts';
import { channelBy, textOf } from './find.ts';
import { flatten, messageText } from './flatten.ts';
import type { PersonLooks, Seen } from './types.ts';

const seen = (view: PageView): Seen => ({
  ...view,
  heading: 'title' in view ? textOf(view.title) : '',
  all: flatten(view.blocks),
});

/** What this person sees, read from the world at the moment of asking. */
export const createLooks = (core: Core, person: Person): PersonLooks => {
  const modals = () => core.world.modals(person.id).map((view) => seen(pageView(core.world, view)));
  const inChannel = (channel: string, thread: string | null) =>
    messagesFor(core, person, channelBy(core, person, channel).id, thread).messages;
  return {
    modal: () => modals().at(-1) ?? null,
    modals,
    home: () => {
      const view = core.world.state.homes[person.id];
      return view ? seen(pageView(core.world, view)) : null;
    },
    messages: (channel) => inChannel(channel, null),
    replies: (channel, ts) => inChannel(channel, ts),
    texts: (channel) => inChannel(channel, null).map(messageText),
    dms: () => {
      const im = core.world.im(person.id, core.world.bot.id);
      return im ? messagesFor(core, person, im.id, null).messages : [];
    },
    channels: () =>
      core.world.state.channels
        .filter((one) => one.kind !== 'im' && canSee(core.world, one, person))
        .map((one) => one.name),
  };
};
