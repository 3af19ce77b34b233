import type { App } from '@slack/bolt';
import { WebAPIPlatformError } from '@slack/web-api';
import { describe, expect, it } from 'vitest';
import { CAPABILITIES, type Surface } from '../../../sandbox/contract/capabilities.ts';
import { BOT_USER_ID, CHANNELS, FOREIGN_TEAM_ID, PEOPLE, type Sandbox, TEAM_ID } from '../../../sandbox/index.ts';
import type { Act, PersonKind } from '../../../sandbox/page-api.ts';
import { CONNECT_MANIFEST, nameModal, type Rig, withRig } from './support.ts';

/** One seeded person of each kind, in the order of the marks below. */
const SOMEBODY: Readonly<Record<PersonKind, string>> = {
  admin: PEOPLE.admin,
  member: PEOPLE.staff,
  guest: PEOPLE.representatives[0],
  single_channel_guest: PEOPLE.singleChannelGuest,
  foreign: PEOPLE.foreign,
  deactivated: PEOPLE.deactivated,
  bot: PEOPLE.otherBot,
};
const KINDS = Object.keys(SOMEBODY) as readonly PersonKind[];

/** Everybody stands in #debiuty (ours alone) and in #wspolny (shared with the other workspace). */
type Stage = Rig & { readonly shared: string; readonly open: string };
type Try = (stage: Stage, person: string, kind: PersonKind) => Promise<string> | string;

const plain = (text: string) => ({ type: 'plain_text' as const, text });
const button = { type: 'button' as const, action_id: 'go', text: plain('Dalej') };
const prepare = (app: App): void => {
  app.command('/probe', async ({ ack, body, client }) => {
    await ack();
    await client.views.open({ trigger_id: body.trigger_id, view: nameModal('apply') });
  });
  app.shortcut(/.*/, async ({ ack }) => ack());
  app.action('go', async ({ ack }) => ack());
  app.view('apply', async ({ ack }) => ack());
  app.event('app_mention', async () => undefined);
};

const outcome = async (sandbox: Sandbox, person: string, act: Act): Promise<string> => {
  const result = await sandbox.as(person).act(act);
  return result.ok ? 'ok' : result.error;
};

const message = async ({ app }: Rig, channel: string): Promise<string> =>
  (
    await app.client.chat.postMessage({
      channel,
      text: 'a',
      blocks: [{ type: 'actions', block_id: 'b', elements: [button] }],
    })
  ).ts ?? '';

const press = async (stage: Stage, person: string, channel: string): Promise<string> => {
  const place = { in: 'message' as const, channel, ts: await message(stage, channel) };
  return outcome(stage.sandbox, person, { do: 'press', place, blockId: 'b', actionId: 'go' });
};

/** The app hears of a mention exactly when it could be written. */
const mention = async ({ sandbox }: Stage, person: string, channel: string): Promise<string> => {
  const heard = () => sandbox.deliveries.filter((one) => one.name === 'app_mention').length;
  const before = heard();
  const result = await outcome(sandbox, person, { do: 'say', channel, text: `<@${BOT_USER_ID}> dzień dobry` });
  return heard() === before + (result === 'ok' ? 1 : 0) ? result : 'the app heard otherwise';
};

/** A member opens a modal, turns into somebody else, and submits it. */
const submit = async ({ sandbox, shared }: Stage, kind: PersonKind, isShared: boolean): Promise<string> => {
  const person = PEOPLE.experts[0];
  const turn = (into: PersonKind) =>
    sandbox.changePerson(person, { kind: into, teamId: into === 'foreign' ? FOREIGN_TEAM_ID : TEAM_ID });
  turn('member');
  const rooms = [CHANNELS.debiuty, ...(isShared ? [shared] : [])].map((id) => sandbox.world.channel(id));
  for (const room of rooms) if (!room?.members.includes(person)) room?.members.push(person);
  await sandbox.as(person).slash('#debiuty', '/probe');
  await sandbox.as(person).fill({ 'Nazwa organizacji': 'Zmyślony Ogród' });
  const viewId = sandbox.as(person).modal()?.id ?? '';
  turn(kind);
  return outcome(sandbox, person, { do: 'submit', viewId, values: {} });
};

const answer = async (stage: Stage, person: string, act: 'accept' | 'approve'): Promise<string> => {
  const { invite_id: invite = '' } = await stage.app.client.conversations.inviteShared({
    channel: CHANNELS.debiuty,
    emails: [`ktos-${stage.sandbox.world.state.invitations.length}@z-zewnatrz.example`],
  });
  if (act === 'approve') stage.sandbox.connect.accept(invite, { person: PEOPLE.foreign });
  const room = stage.sandbox.world.channel(CHANNELS.debiuty);
  const result = await outcome(stage.sandbox, person, { do: `${act}_invite`, invite });
  room?.sharedWith.splice(0);
  return result;
};

const dmWith = ({ sandbox }: Stage, person: string): string => sandbox.world.im(person, BOT_USER_ID)?.id ?? '';
const probe = (channel: string): Act => ({ do: 'slash', channel, command: '/probe', text: '' });
const ours = CHANNELS.debiuty;

/** Who may: a mark for each kind, in the order above. Written down by hand, to be held against the table. */
const ROWS: readonly (readonly [Surface, where: string, who: string, Try])[] = [
  ['command', 'in a channel', 'yyyy---', ({ sandbox }, who) => outcome(sandbox, who, probe(ours))],
  ['command', 'in a shared channel', 'yyyy---', ({ sandbox, shared }, who) => outcome(sandbox, who, probe(shared))],
  [
    'command',
    'in a direct message',
    'yyy----',
    async (stage, who) => {
      await outcome(stage.sandbox, who, { do: 'open_dm', user: BOT_USER_ID });
      return outcome(stage.sandbox, who, probe(dmWith(stage, who)));
    },
  ],
  [
    'shortcut',
    'global',
    'yyy----',
    ({ sandbox }, who) => outcome(sandbox, who, { do: 'shortcut', callbackId: 'apply' }),
  ],
  [
    'shortcut',
    'on a message',
    'yyy----',
    async (stage, who) => {
      const ts = await message(stage, stage.shared);
      return outcome(stage.sandbox, who, { do: 'shortcut', callbackId: 'keep', channel: stage.shared, ts });
    },
  ],
  ['button', 'in a channel', 'yyyy---', (stage, who) => press(stage, who, ours)],
  ['button', 'in a shared channel', 'yyyyy--', (stage, who) => press(stage, who, stage.shared)],
  ['modal', 'opened before', 'yyyy---', (stage, _who, kind) => submit(stage, kind, false)],
  ['modal', 'while a channel is shared', 'yyyyy--', (stage, _who, kind) => submit(stage, kind, true)],
  ['home', 'of the app', 'yyy----', ({ sandbox }, who) => outcome(sandbox, who, { do: 'open_home' })],
  ['dm', 'with the app', 'yyyy---', ({ sandbox }, who) => outcome(sandbox, who, { do: 'open_home', tab: 'messages' })],
  [
    'dm',
    'with a person',
    'yyyy---',
    ({ sandbox }, who) => outcome(sandbox, who, { do: 'open_dm', user: PEOPLE.experts[1] }),
  ],
  ['message', 'in a channel', 'yyyy---', (stage, who) => mention(stage, who, ours)],
  ['message', 'in a shared channel', 'yyyyy--', (stage, who) => mention(stage, who, stage.shared)],
  [
    'browse',
    'into a public channel',
    'yy-----',
    ({ sandbox, open }, who) => outcome(sandbox, who, { do: 'join', channel: open }),
  ],
  [
    'invite',
    'into a shared channel they are in',
    'yy-----',
    ({ sandbox, shared }, who, kind) =>
      outcome(sandbox, who, { do: 'invite', channel: shared, user: PEOPLE.experts[kind === 'admin' ? 2 : 3] }),
  ],
  [
    'invite',
    'where they are not',
    '-------',
    ({ sandbox, open }, who) => outcome(sandbox, who, { do: 'invite', channel: open, user: PEOPLE.experts[2] }),
  ],
  ['accept', 'an invitation by mail', '----y--', (stage, who) => answer(stage, who, 'accept')],
  ['approve', 'an accepted invitation', 'y------', (stage, who) => answer(stage, who, 'approve')],
];

const onStage = async (rig: Rig): Promise<Stage> => {
  const { client } = rig.app;
  const create = async (name: string) => (await client.conversations.create({ name })).channel?.id ?? '';
  const [shared, open] = [await create('wspolny'), await create('otwarty')];
  rig.sandbox.world.channel(shared)?.sharedWith.push(FOREIGN_TEAM_ID);
  for (const id of [shared, ours]) {
    const room = rig.sandbox.world.channel(id);
    for (const person of Object.values(SOMEBODY)) if (!room?.members.includes(person)) room?.members.push(person);
  }
  return { ...rig, shared, open };
};

describe('what each kind of person may use', () => {
  it.each(ROWS)('%s, %s: %s', async (_surface, _where, who, attempt) => {
    await withRig(
      'socket',
      prepare,
      async (rig) => {
        const stage = await onStage(rig);
        const results: string[] = [];
        for (const kind of KINDS) results.push(`${kind} ${await attempt(stage, SOMEBODY[kind], kind)}`);
        expect(results).toEqual(KINDS.map((kind, at) => `${kind} ${who[at] === 'y' ? 'ok' : 'not_allowed'}`));
        await rig.sandbox.settled();
        expect(rig.sandbox.violations).toEqual([]);
      },
      { manifest: CONNECT_MANIFEST },
    );
  });
  it('leaves no surface of the table out', () => {
    expect([...new Set(ROWS.map(([surface]) => surface))]).toEqual(Object.keys(CAPABILITIES));
  });
});

describe('what an app reaches of each kind of person', () => {
  const word = async (call: Promise<unknown>): Promise<string> => {
    const error = await call.catch((reason: unknown) => reason);
    return error instanceof WebAPIPlatformError ? error.data.error : 'ok';
  };
  const home = { type: 'home' as const, blocks: [{ type: 'divider' as const }] };
  const tries: Readonly<Record<string, (rig: Rig, user: string) => Promise<unknown>>> = {
    home: ({ app }, user_id) => app.client.views.publish({ user_id, view: home }),
    dm: ({ app }, users) => app.client.conversations.open({ users }),
    message: ({ app }, channel) => app.client.chat.postMessage({ channel, text: 'a' }),
    info: ({ app }, user) => app.client.users.info({ user }),
    profile: ({ app }, user) => app.client.users.profile.get({ user }),
    email: ({ app, sandbox }, user) =>
      app.client.users.lookupByEmail({ email: sandbox.world.person(user)?.email ?? 'nikt@nikt.example' }),
    invite: async ({ app }, users) => {
      const { channel } = await app.client.conversations.create({ name: users.toLowerCase() });
      await app.client.conversations.invite({ channel: channel?.id ?? '', users });
    },
  };
  const expected: Readonly<Record<PersonKind, Readonly<Record<string, string>>>> = {
    admin: {},
    member: {},
    guest: {},
    single_channel_guest: { home: 'user_not_found', invite: 'ura_max_channels' },
    foreign: {
      home: 'user_not_found',
      dm: 'user_not_visible',
      message: 'channel_not_found',
      info: 'user_not_visible',
      profile: 'user_not_found',
      email: 'users_not_found',
      invite: 'no_external_invite_permission',
    },
    deactivated: {
      home: 'user_not_found',
      dm: 'user_disabled',
      message: 'channel_not_found',
      email: 'users_not_found',
      invite: 'cant_invite',
    },
    bot: { home: 'user_not_found', dm: 'cannot_dm_bot', message: 'cannot_dm_bot', email: 'users_not_found' },
  };
  it.each(KINDS)('%s', async (kind) => {
    await withRig(
      'socket',
      () => undefined,
      async (rig) => {
        const words: Record<string, string> = {};
        for (const [name, attempt] of Object.entries(tries)) words[name] = await word(attempt(rig, SOMEBODY[kind]));
        const all = Object.fromEntries(Object.keys(tries).map((name) => [name, 'ok']));
        expect(words).toEqual({ ...all, ...expected[kind] });
      },
      { manifest: CONNECT_MANIFEST },
    );
  });
});

describe('people who change', () => {
  it('somebody deactivated is in no channel any more, and the app is told', async () => {
    await withRig(
      'socket',
      (app) => app.event('user_change', async () => undefined),
      async ({ sandbox, app }) => {
        sandbox.changePerson(PEOPLE.staff, { kind: 'deactivated' });
        await sandbox.settled();
        expect((await app.client.conversations.members({ channel: ours })).members).not.toContain(PEOPLE.staff);
        expect(sandbox.deliveries.map((one) => one.name)).toEqual(['user_change']);
      },
    );
  });
  it('of a person of another workspace the app hears only while they are in a channel with it', async () => {
    await withRig(
      'socket',
      (app) => app.event(/.*/, async () => undefined),
      async ({ sandbox }) => {
        const zofia = sandbox.addPerson({ id: 'U0ZOFIA000', name: 'Zofia Zagraniczna', kind: 'foreign' });
        expect(zofia.teamId).toBe(FOREIGN_TEAM_ID);
        sandbox.changePerson(zofia.id, { name: 'Zofia Zmieniona' });
        await sandbox.settled();
        expect(sandbox.deliveries).toEqual([]);
        sandbox.world.channel(ours)?.members.push(zofia.id);
        sandbox.changePerson(zofia.id, { name: 'Zofia Znana' });
        await sandbox.settled();
        expect(sandbox.deliveries.map((one) => one.name)).toEqual(['user_change']);
        const told = JSON.stringify(sandbox.deliveries[0]?.payload);
        expect(told).toContain(FOREIGN_TEAM_ID);
        expect(told).not.toMatch(/email|locale/);
      },
    );
  });
});
