import { isRecord } from '../blockkit/check.ts';
import type { Core } from '../core.ts';
import type { Act, ActResult, ElementState, PageMessage, PageView } from '../page-api.ts';
import type { Person } from '../world/types.ts';
import { enter } from '../world/views.ts';
import { perform } from './act.ts';
import { type Entry, stateAfter } from './fill.ts';
import { channelBy, findElement, findOverflow, type Hit, named, textOf, type Where } from './find.ts';
import { flatten, messageText } from './flatten.ts';
import { messagesFor, pagePerson, snapshot } from './page.ts';

/** The outcome of a submission; `errors` by the label of the field, empty unless `action` is `errors`. */
export type Submitted = {
  readonly action: 'closed' | 'updated' | 'pushed' | 'cleared' | 'errors';
  readonly errors: Readonly<Record<string, string>>;
};

/** An open view as the person reads it. */
export type Seen = PageView & { readonly heading: string; readonly all: string };

/** A person at work: everything by the words they see. Acts throw with Slack's word when refused. */
export type PersonDriver = {
  readonly id: string;
  readonly name: string;
  readonly say: (channel: string, text: string, threadTs?: string) => Promise<void>;
  readonly slash: (channel: string, line: string) => Promise<void>;
  readonly click: (label: string, where?: Where) => Promise<void>;
  /** Chooses in a select, radio group or picker outside a form. */
  readonly choose: (label: string, entry: Entry, where?: Where) => Promise<void>;
  readonly fill: (fields: Readonly<Record<string, Entry>>) => Promise<void>;
  readonly submit: () => Promise<Submitted>;
  readonly close: () => Promise<void>;
  readonly shortcut: (name: string, message?: { readonly channel: string; readonly ts: string }) => Promise<void>;
  readonly openHome: (tab?: 'home' | 'messages') => Promise<void>;
  readonly join: (channel: string) => Promise<void>;
  /** Option texts an external select offers for what is typed. */
  readonly suggestions: (label: string, query: string) => Promise<readonly string[]>;
  readonly modal: () => Seen | null;
  readonly modals: () => readonly Seen[];
  readonly home: () => Seen | null;
  readonly messages: (channel: string) => readonly PageMessage[];
  readonly replies: (channel: string, ts: string) => readonly PageMessage[];
  readonly texts: (channel: string) => readonly string[];
  /** Messages in the direct message with the app; none when there is no such conversation. */
  readonly dms: () => readonly PageMessage[];
  readonly channels: () => readonly string[];
  /** The bare act, with its result; nothing is awaited and nothing thrown. */
  readonly act: (act: Act) => Promise<ActResult>;
};

const seenView = (view: PageView): Seen => ({
  ...view,
  heading: 'title' in view ? textOf(view.title) : '',
  all: flatten(view.blocks),
});

const labelled = (
  view: PageView | undefined,
  errors: Readonly<Record<string, string>>,
): Readonly<Record<string, string>> => {
  const label = (id: string) => {
    const block = view?.blocks.find((one) => one.block_id === id);
    return block && 'label' in block ? textOf(block.label) : id;
  };
  return Object.fromEntries(Object.entries(errors).map(([id, text]) => [label(id), text]));
};

const isExternal = (hit: Hit): boolean => hit.element.type.endsWith('external_select');

/** @param settled waits until the app has nothing more to do; called after every act. */
export const createDriver = (core: Core, person: Person, settled: () => Promise<void>): PersonDriver => {
  const act = (one: Act) => perform(core, person.id, one);
  const run = async (one: Act): Promise<Extract<ActResult, { ok: true }>> => {
    const result = await act(one);
    await settled();
    if (!result.ok) throw new Error(`${person.name} could not ${one.do}: ${result.error}`);
    return result;
  };
  const look = () => snapshot(core, person);
  const inChannel = (key: string) => channelBy(core, person, key).id;

  const suggested = async (hit: Hit, query: string): Promise<readonly unknown[]> => {
    const result = await run({
      do: 'suggest',
      place: hit.place,
      blockId: hit.block.block_id,
      actionId: hit.element.action_id,
      query,
    });
    return result.options ?? [];
  };
  const stateFor = async (hit: Hit, entry: Entry, label: string): Promise<ElementState> => {
    const wanted = Array.isArray(entry) ? entry.map(String) : [String(entry)];
    const offered =
      isExternal(hit) && entry !== null ? (await Promise.all(wanted.map((one) => suggested(hit, one)))).flat() : [];
    return stateAfter(core, person, hit.element, entry, label, offered);
  };
  const pressed = (hit: Hit, value?: ElementState): Act => ({
    do: 'press',
    place: hit.place,
    blockId: hit.block.block_id,
    actionId: hit.element.action_id,
    ...(value && { value }),
  });
  const choose = async (label: string, entry: Entry, where: Where = {}): Promise<void> => {
    const hit = findElement(core, person, label, where, (one) => one.element.type !== 'button');
    await run(pressed(hit, await stateFor(hit, entry, label)));
  };

  const click = async (label: string, where: Where = {}): Promise<void> => {
    const menu = findOverflow(core, person, label, where);
    const isButton = (one: Hit) => one.element.type === 'button';
    if (menu) await run(pressed(menu.hit, { type: 'overflow', selected_option: menu.option }));
    else await run(pressed(findElement(core, person, label, where, isButton)));
  };

  const fill = async (fields: Readonly<Record<string, Entry>>): Promise<void> => {
    for (const [label, entry] of Object.entries(fields)) {
      const view = core.world.modals(person.id).at(-1);
      if (!view) throw new Error(`${person.name} has no modal open to fill "${label}"`);
      const hit = findElement(core, person, label, {}, (one) => one.element.type !== 'button');
      const value = await stateFor(hit, entry, label);
      const silent = hit.block.type === 'input' && hit.block['dispatch_action'] !== true;
      if (silent) enter(view, { [hit.block.block_id]: { [hit.element.action_id]: value } });
      else await run(pressed(hit, value));
    }
  };

  const submit = async (): Promise<Submitted> => {
    const view = look().modals.at(-1);
    if (!view) throw new Error(`${person.name} has no modal open to submit`);
    const { response } = await run({ do: 'submit', viewId: view.id, values: {} });
    if (response?.action === 'errors') return { action: 'errors', errors: labelled(view, response.errors) };
    return { action: response?.action ?? 'closed', errors: {} };
  };

  const shortcut = async (name: string, message?: { readonly channel: string; readonly ts: string }): Promise<void> => {
    const known = look().shortcuts.find((one) => named(one.name, name) || one.callbackId === name);
    if (!known) throw new Error(`there is no shortcut "${name}"`);
    await run({ do: 'shortcut', callbackId: known.callbackId, ...message });
  };

  return {
    id: person.id,
    name: pagePerson(core.world, person).name,
    act,
    say: async (channel, text, threadTs) =>
      void (await run({ do: 'say', channel: inChannel(channel), text, ...(threadTs !== undefined && { threadTs }) })),
    slash: async (channel, line) => {
      const [command = '', ...rest] = line.split(' ');
      await run({ do: 'slash', channel: inChannel(channel), command, text: rest.join(' ') });
    },
    click,
    choose,
    fill,
    submit,
    close: async () => {
      const view = look().modals.at(-1);
      if (view) await run({ do: 'close', viewId: view.id });
    },
    shortcut,
    openHome: async (tab = 'home') => void (await run({ do: 'open_home', tab })),
    join: async (channel) => void (await run({ do: 'join', channel: inChannel(channel) })),
    suggestions: async (label, query) => {
      const offered = await suggested(findElement(core, person, label, {}, isExternal), query);
      return offered.map((one) => (isRecord(one) ? textOf(one['text']) : ''));
    },
    modal: () => look().modals.map(seenView).at(-1) ?? null,
    modals: () => look().modals.map(seenView),
    home: () => {
      const view = look().home;
      return view ? seenView(view) : null;
    },
    messages: (channel) => messagesFor(core, person, inChannel(channel), null).messages,
    replies: (channel, ts) => messagesFor(core, person, inChannel(channel), ts).messages,
    texts: (channel) => messagesFor(core, person, inChannel(channel), null).messages.map(messageText),
    dms: () => {
      const im = core.world.im(person.id, core.world.bot.id);
      return im ? messagesFor(core, person, im.id, null).messages : [];
    },
    channels: () =>
      look()
        .channels.filter((one) => one.kind !== 'im')
        .map((one) => one.name),
  };
};
