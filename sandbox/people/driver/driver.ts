import { isRecord } from '../../blockkit/check.ts';
import type { Core } from '../../core.ts';
import type { Person } from '../../world/types.ts';
import { perform } from '../act.ts';
import { createClick } from './click.ts';
import { channelBy, findElement, named, textOf } from './find.ts';
import { createForms } from './forms.ts';
import { createLooks } from './looks.ts';
import { askOptions, createRun, isExternal } from './run.ts';
import type { PersonActs, PersonDriver } from './types.ts';

/** @param settled waits until the app has nothing more to do; called after every act. */
export const createDriver = (core: Core, person: Person, settled: () => Promise<void>): PersonDriver => {
  const run = createRun(core, person, settled);
  const inChannel = (key: string) => channelBy(core, person, key).id;

  const shortcut: PersonActs['shortcut'] = async (name, message) => {
    const all = core.manifest.features?.shortcuts ?? [];
    const known = all.find((one) => named(one.name, name) || one.callback_id === name);
    if (!known) throw new Error(`there is no shortcut "${name}"`);
    const place = message && { channel: inChannel(message.channel), ts: message.ts };
    await run({ do: 'shortcut', callbackId: known.callback_id, ...place });
  };

  return {
    id: person.id,
    name: person.name,
    ...createForms(core, person, run),
    ...createLooks(core, person),
    click: createClick(core, person, run),
    shortcut,
    act: (act) => perform(core, person.id, act),
    say: async (channel, text, threadTs) => {
      await run({ do: 'say', channel: inChannel(channel), text, ...(threadTs !== undefined && { threadTs }) });
    },
    upload: async (files, channel, text = '') => {
      const where = channel === undefined ? {} : { channel: inChannel(channel), text };
      return (await run({ do: 'upload', files, ...where })).files ?? [];
    },
    slash: async (channel, line) => {
      const [command = '', ...rest] = line.split(' ');
      await run({ do: 'slash', channel: inChannel(channel), command, text: rest.join(' ') });
    },
    openHome: async (tab = 'home') => void (await run({ do: 'open_home', tab })),
    join: async (channel) => void (await run({ do: 'join', channel: inChannel(channel) })),
    suggestions: async (label, query) => {
      const offered = await askOptions(run, findElement(core, person, label, {}, isExternal), query);
      return offered.map((one) => (isRecord(one) ? textOf(one['text']) : ''));
    },
  };
};
