import type { Core } from '../../core.ts';
import type { PageView } from '../../page-api.ts';
import type { Person } from '../../world/types.ts';
import { messagesFor, snapshot } from '../page.ts';
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
  const now = () => snapshot(core, person);
  const inChannel = (channel: string, thread: string | null) =>
    messagesFor(core, person, channelBy(core, person, channel).id, thread).messages;
  return {
    modal: () => now().modals.map(seen).at(-1) ?? null,
    modals: () => now().modals.map(seen),
    home: () => {
      const view = now().home;
      return view ? seen(view) : null;
    },
    messages: (channel) => inChannel(channel, null),
    replies: (channel, ts) => inChannel(channel, ts),
    texts: (channel) => inChannel(channel, null).map(messageText),
    dms: () => {
      const im = core.world.im(person.id, core.world.bot.id);
      return im ? messagesFor(core, person, im.id, null).messages : [];
    },
    channels: () =>
      now()
        .channels.filter((one) => one.kind !== 'im')
        .map((one) => one.name),
  };
};
