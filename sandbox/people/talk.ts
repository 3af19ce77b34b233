import { CAPABILITIES } from '../contract/capabilities.ts';
import type { Core } from '../core.ts';
import { emitHomeOpened } from '../delivery/events.ts';
import { messageActionPayload, shortcutPayload, slashPayload } from '../delivery/payloads.ts';
import { botScopes } from '../manifest.ts';
import type { Act, ActResult } from '../page-api.ts';
import { noteRefusal, Refusal } from '../web-api/call.ts';
import { respond } from '../web-api/respond.ts';
import { join, openIm } from '../world/channels.ts';
import { post } from '../world/messages.ts';
import type { Person } from '../world/types.ts';
import { done, fail, hasBody, notTaken, seen } from './common.ts';
import { asCommandText, asMessage } from './mentions.ts';
import { markRead } from './unread.ts';

type Of<Kind extends Act['do']> = Extract<Act, { do: Kind }>;

export const say = (core: Core, person: Person, act: Of<'say'>): ActResult => {
  const channel = core.world.channel(act.channel);
  if (!channel?.members.includes(person.id)) return fail('not_in_channel');
  if (channel.archived) return fail('is_archived');
  post(core, channel, { user: person.id, text: asMessage(core.world, act.text), threadTs: act.threadTs ?? null });
  return done;
};

/** An answer given together with the acknowledgement is written like one to the `response_url`. */
const takeAnswer = (core: Core, person: Person, channel: string, body: unknown): void => {
  if (!hasBody(body)) return;
  try {
    respond(core, { person: person.id, channel, messageTs: null }, body, 'acknowledgement of a command');
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    noteRefusal(core, 'acknowledgement of a command', error, true);
  }
};

export const slash = async (core: Core, person: Person, act: Of<'slash'>): Promise<ActResult> => {
  const command = core.manifest.features?.slash_commands?.find((one) => one.command === act.command);
  if (!command || !botScopes(core.manifest).includes('commands')) return fail('unknown_command');
  const channel = seen(core, person, act.channel);
  if (!channel) return fail('channel_not_found');
  if (channel.archived) return fail('is_archived');
  const text = asCommandText(core.world, act.text.trim(), command.should_escape === true);
  const payload = slashPayload(core, person, channel, act.command, text);
  const result = await core.dispatcher.interact({
    type: 'slash_commands',
    name: act.command,
    payload,
    acceptsBody: true,
  });
  if (result.outcome === 'acknowledged') takeAnswer(core, person, channel.id, result.body);
  return notTaken(result) ?? done;
};

export const shortcut = async (core: Core, person: Person, act: Of<'shortcut'>): Promise<ActResult> => {
  const known = core.manifest.features?.shortcuts?.find((one) => one.callback_id === act.callbackId);
  const granted = botScopes(core.manifest).includes('commands');
  if (!known || !granted || core.manifest.settings?.interactivity?.is_enabled !== true) return fail('unknown_shortcut');
  const channel = act.channel === undefined ? null : seen(core, person, act.channel);
  let payload = null;
  if (known.type === 'global') payload = shortcutPayload(core, person, act.callbackId);
  else {
    const message = channel && act.ts !== undefined ? core.world.message(channel.id, act.ts) : undefined;
    // Message shortcuts are not offered on ephemeral messages (Slack contract 5.1).
    if (!channel || !message || message.onlyFor !== null) return fail('message_not_found');
    payload = messageActionPayload(core, person, act.callbackId, channel, message);
  }
  const result = await core.dispatcher.interact({
    type: 'interactive',
    name: act.callbackId,
    payload,
    acceptsBody: false,
  });
  return notTaken(result) ?? done;
};

export const openHome = (core: Core, person: Person, act: Of<'open_home'>): ActResult => {
  const tab = act.tab ?? 'home';
  const home = core.manifest.features?.app_home;
  if (tab === 'home' && home?.home_tab_enabled !== true) return fail('not_enabled');
  if (tab === 'messages' && home?.messages_tab_enabled === false) return fail('messages_tab_disabled');
  const channel = openIm(core, core.world.bot.id, person.id);
  emitHomeOpened(core, person, channel.id, tab);
  return { ok: true, channel: channel.id };
};

export const openDm = (core: Core, person: Person, act: Of<'open_dm'>): ActResult => {
  const other = core.world.person(act.user);
  // Other people are written to where they may read it; apps take messages without being people.
  if (!other || (other.kind !== 'bot' && CAPABILITIES.dm[other.kind] === 'no')) return fail('user_not_found');
  return { ok: true, channel: openIm(core, person.id, other.id).id };
};

export const joinChannel = (core: Core, person: Person, act: Of<'join'>): ActResult => {
  const channel = seen(core, person, act.channel);
  if (channel?.kind !== 'public') return fail('channel_not_found');
  if (channel.archived) return fail('is_archived');
  join(core, channel, person, null);
  return { ok: true, channel: channel.id };
};

export const read = (core: Core, person: Person, act: Of<'read'>): ActResult => {
  markRead(core, person, act.channel, act.threadTs);
  return done;
};
