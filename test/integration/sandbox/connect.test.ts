import { WebAPIPlatformError, WebClient } from '@slack/web-api';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { CONNECT } from '../../../sandbox/contract/connect.ts';
import { CHANNELS, FOREIGN_TEAM_ID, PEOPLE, type Sandbox, startSandbox, TEAM_ID } from '../../../sandbox/index.ts';
import type { Snapshot } from '../../../sandbox/page-api.ts';
import { CONNECT_MANIFEST, MANIFEST, nameModal, withRig } from './support.ts';

const DAY_MS = 86_400_000;
const MAIL = 'romana@z-zewnatrz.example';
const romana = PEOPLE.foreign;

let sandbox: Sandbox;
let client: WebClient;
let channel: string;

const callers = (apiUrl: string, token: string): WebClient =>
  new WebClient(token, { slackApiUrl: apiUrl, retryConfig: { retries: 0 }, rejectRateLimitedCalls: true });

const start = async (manifest = CONNECT_MANIFEST): Promise<void> => {
  // A clock that stands still, so that only the test moves it.
  sandbox = await startSandbox({ manifest, pace: 1_000, now: () => Date.parse('2026-01-05T08:00:00Z') });
  client = callers(sandbox.apiUrl, sandbox.botToken);
  channel = (await client.conversations.create({ name: 'org-wspolna', is_private: true })).channel?.id ?? '';
};

type Asked = { emails?: string[]; user_ids?: string[]; external_limited?: boolean; channel?: string };
const invite = async (given: Asked): Promise<string> =>
  ((await client.apiCall('conversations.inviteShared', { channel, ...given })) as { invite_id?: string }).invite_id ??
  '';
const refused = async (call: Promise<unknown>): Promise<unknown> => {
  const error = await call.catch((reason: unknown) => reason);
  return error instanceof WebAPIPlatformError ? error.data.error : error;
};

/** The events of Slack Connect the app was sent, oldest first, without repetitions. */
const told = () => {
  const events = sandbox.deliveries.filter((one) => one.attempt === 0 && !one.name.startsWith('message'));
  return events.map((one) => one.payload['event'] as Readonly<Record<string, unknown>>);
};
const names = () => told().map((one) => one['type']);
const roomOf = () => sandbox.world.channel(channel);
const state = (id: string) => sandbox.world.state.invitations.find((one) => one.id === id)?.state;
const page = async (as: string): Promise<Snapshot> =>
  (await (await fetch(`${sandbox.url}/sandbox/snapshot?as=${as}`)).json()) as Snapshot;

beforeEach(() => start());
afterEach(async () => {
  const left = sandbox.violations;
  await sandbox.stop();
  expect(left).toEqual([]);
});

describe('an invitation', () => {
  it('is accepted, approved, and only then is the channel shared and the person in it', async () => {
    const id = await invite({ emails: [MAIL] });
    expect(roomOf()).toMatchObject({ sharedWith: [], members: expect.not.arrayContaining([romana]) as unknown });
    sandbox.connect.accept(id);
    expect(roomOf()?.sharedWith).toEqual([]);
    const info = async () => (await client.conversations.info({ channel })).channel;
    expect(await info()).toMatchObject({ is_ext_shared: false, is_pending_ext_shared: true });
    sandbox.connect.approve(id);
    expect(await info()).toMatchObject({ is_ext_shared: true, is_shared: true, connected_team_ids: [FOREIGN_TEAM_ID] });
    expect((await client.conversations.members({ channel })).members).toContain(romana);
    expect(names()).toEqual([
      'shared_channel_invite_accepted',
      'shared_channel_invite_approved',
      'channel_shared',
      'member_joined_channel',
    ]);
    const [accepted, approved, shared, joined] = told();
    expect(accepted).toMatchObject({
      approval_required: true,
      invite: { id, recipient_email: MAIL, inviting_team: { id: TEAM_ID } },
      channel: { id: channel, is_private: true, is_im: false, name: 'org-wspolna' },
      accepting_user: { id: romana, team_id: FOREIGN_TEAM_ID },
    });
    expect(JSON.stringify(accepted?.['accepting_user'])).not.toContain('email');
    expect(approved).toMatchObject({ approving_team_id: TEAM_ID, approving_user: { id: PEOPLE.admin } });
    expect(shared).toMatchObject({ connected_team_id: FOREIGN_TEAM_ID, channel });
    expect(joined).toMatchObject({ user: romana, team: FOREIGN_TEAM_ID });
  });
  it('tells of the other workspace in the envelope, and of its own in the authorization', async () => {
    sandbox.connect.accept(await invite({ emails: [MAIL] }));
    sandbox.connect.approve(sandbox.world.state.invitations[0]?.id ?? '');
    await sandbox.as(romana).say(channel, 'Dzień dobry');
    const said = sandbox.deliveries.findLast((one) => one.name === 'message');
    expect(said?.payload).toMatchObject({
      team_id: FOREIGN_TEAM_ID,
      context_team_id: TEAM_ID,
      is_ext_shared_channel: true,
      authorizations: [{ team_id: TEAM_ID }],
      event: { user: romana, team: FOREIGN_TEAM_ID },
    });
  });
  it('is declined by the invited person, or by the admin after it was accepted', async () => {
    const first = await invite({ emails: [MAIL] });
    sandbox.connect.decline(first, { person: romana });
    const second = await invite({ emails: [MAIL] });
    sandbox.connect.accept(second);
    sandbox.connect.decline(second);
    expect([state(first), state(second)]).toEqual(['declined', 'declined']);
    expect(told().map((one) => one['declining_team_id'])).toEqual([FOREIGN_TEAM_ID, undefined, TEAM_ID]);
    expect(roomOf()?.sharedWith).toEqual([]);
  });
  it('is taken back before anybody accepted it, without a word to the app', async () => {
    const id = await invite({ emails: [MAIL] });
    sandbox.connect.decline(id, { person: PEOPLE.admin });
    expect(state(id)).toBe('revoked');
    expect(() => sandbox.connect.accept(id)).toThrow('not_allowed');
    expect(names()).toEqual([]);
  });
  it('takes no step out of turn', async () => {
    const id = await invite({ emails: [MAIL] });
    expect(() => sandbox.connect.approve(id)).toThrow('not_allowed');
    sandbox.connect.accept(id);
    expect(() => sandbox.connect.accept(id)).toThrow('not_allowed');
    expect(() => sandbox.connect.approve(id, { person: romana })).toThrow('not_allowed');
    sandbox.connect.approve(id);
    for (const act of ['accept', 'approve', 'decline'] as const) {
      expect(() => sandbox.connect[act](id)).toThrow('not_allowed');
    }
    expect(state(id)).toBe('approved');
  });
  it('lapses after fourteen days, and waits for an admin as long as it takes', async () => {
    const [late, early] = [await invite({ emails: ['ktos@nikt.example'] }), await invite({ emails: [MAIL] })];
    sandbox.clock.advance(CONNECT.inviteDays * DAY_MS - 1_000);
    sandbox.connect.accept(early);
    sandbox.clock.advance(1_000);
    expect(() => sandbox.connect.accept(late, { person: romana })).toThrow('invite_expired');
    sandbox.clock.advance(30 * DAY_MS);
    sandbox.connect.approve(early);
    expect(roomOf()?.members).toContain(romana);
  });
  it('needs no approval where the workspace asks for none, and two where it asks for both', async () => {
    sandbox.world.home.connect = { invitations: 'all', approvals: [] };
    sandbox.connect.accept(await invite({ emails: [MAIL] }));
    expect(names()).toEqual(['shared_channel_invite_accepted', 'channel_shared', 'member_joined_channel']);
    expect(told()[0]).toMatchObject({ approval_required: false });
    sandbox.connect.unshare(channel, FOREIGN_TEAM_ID);
    sandbox.deliveries.splice(0);
    sandbox.world.home.connect = { invitations: 'all', approvals: ['before_sending', 'before_joining'] };
    const id = await invite({ emails: [MAIL] });
    expect(told()[0]).toMatchObject({
      type: 'shared_channel_invite_requested',
      channel_id: channel,
      is_external_limited: true,
      target_users: [{ email: MAIL, invite_id: id }],
    });
    expect(() => sandbox.connect.accept(id)).toThrow('not_allowed');
    sandbox.connect.approve(id);
    expect(state(id)).toBe('sent');
    sandbox.connect.accept(id);
    sandbox.connect.approve(id);
    expect(roomOf()?.members).toContain(romana);
  });
});

describe('the end of sharing', () => {
  it('takes the people of the other workspace out', async () => {
    sandbox.connect.accept(await invite({ emails: [MAIL] }));
    sandbox.connect.approve(sandbox.world.state.invitations[0]?.id ?? '');
    sandbox.deliveries.splice(0);
    sandbox.connect.unshare(channel, FOREIGN_TEAM_ID);
    expect(roomOf()?.members).not.toContain(romana);
    expect(names()).toEqual(['member_left_channel', 'channel_unshared']);
    expect(told()[1]).toMatchObject({
      previously_connected_team_id: FOREIGN_TEAM_ID,
      is_ext_shared: false,
      channel,
    });
    expect(() => sandbox.connect.unshare(channel, FOREIGN_TEAM_ID)).toThrow('not shared');
  });
});

describe('conversations.inviteShared', () => {
  it('is post-only unless said otherwise, and only then gives no link', async () => {
    const limited = await client.conversations.inviteShared({ channel, emails: ['a@nikt.example'] });
    expect(limited).not.toHaveProperty('url');
    const full = await client.conversations.inviteShared({
      channel,
      emails: ['b@nikt.example'],
      external_limited: false,
    });
    expect(full).toMatchObject({ is_legacy_shared_channel: false, url: expect.any(String) as unknown });
    expect(sandbox.world.state.invitations.map((one) => one.postOnly)).toEqual([true, false]);
  });
  it('invites by id only whom the app knows from another channel', async () => {
    expect(await refused(invite({ user_ids: [romana] }))).toBe('user_not_found');
    expect(await refused(invite({ user_ids: [PEOPLE.staff] }))).toBe('user_not_found');
    sandbox.world.channel(CHANNELS.debiuty)?.members.push(romana);
    const id = await invite({ user_ids: [romana] });
    sandbox.connect.accept(id);
    expect(told()[0]).toMatchObject({ invite: { recipient_user_id: romana } });
  });
  it.each([
    ['nobody', {}, 'recipients_not_specified', true],
    ['two addresses', { emails: ['a@nikt.example', 'b@nikt.example'] }, 'too_many_emails', true],
    ['two people', { user_ids: [romana, PEOPLE.staff] }, 'invalid_arguments', true],
    ['an address and a person', { emails: [MAIL], user_ids: [romana] }, 'invalid_arguments', true],
    ['what is no address', { emails: ['romana'] }, 'invalid_email', false],
    ['an address of our own', { emails: ['Bartek@przyklad.example'] }, 'user_not_found', false],
    ['somebody unknown', { user_ids: ['U0NIKT'] }, 'user_not_found', false],
    ['into #general', { emails: [MAIL], channel: CHANNELS.general }, 'cannot_share_mandatory_channel', false],
    ['into nothing', { emails: [MAIL], channel: 'C0NIC' }, 'channel_not_found', false],
  ])('refuses %s', async (_what, given, error, isSlip) => {
    expect(await refused(invite(given))).toBe(error);
    expect(sandbox.takeViolations().map((one) => one.name)).toEqual(isSlip ? [error] : []);
  });
  it('refuses where the channel does not allow it', async () => {
    const dm = (await client.conversations.open({ users: PEOPLE.staff })).channel?.id ?? '';
    expect(await refused(invite({ emails: [MAIL], channel: dm }))).toBe('invalid_channel_type');
    const other = (await client.conversations.create({ name: 'otwarty' })).channel?.id ?? '';
    await client.conversations.leave({ channel: other });
    expect(await refused(invite({ emails: [MAIL], channel: other }))).toBe('not_in_channel');
    await client.conversations.archive({ channel });
    expect(await refused(invite({ emails: [MAIL] }))).toBe('channel_archived');
    expect(sandbox.takeViolations().map((one) => one.name)).toEqual(['invalid_channel_type', 'not_in_channel']);
  });
  it('refuses who is there already, and a second invitation while the first waits', async () => {
    const id = await invite({ emails: [MAIL] });
    expect(await refused(invite({ emails: [MAIL.toUpperCase()] }))).toBe('connection_limit_exceeded_pending');
    sandbox.connect.accept(id);
    sandbox.connect.approve(id);
    expect(await refused(invite({ emails: [MAIL] }))).toBe('already_in_channel');
    expect(await refused(invite({ user_ids: [romana] }))).toBe('already_in_channel');
  });
  it('counts workspaces up to the limit, invited ones too', async () => {
    const others = Array.from({ length: CONNECT.workspaces - 2 }, (_, at) => `T0INNA${at}`);
    roomOf()?.sharedWith.push(...others);
    await invite({ emails: ['ostatnia@nikt.example'] });
    expect(await refused(invite({ emails: [MAIL] }))).toBe('connection_limit_exceeded_pending');
    roomOf()?.sharedWith.push('T0OSTATNIA');
    expect(await refused(invite({ emails: [MAIL] }))).toBe('connection_limit_exceeded');
    roomOf()?.sharedWith.splice(0, 1, FOREIGN_TEAM_ID);
    await invite({ emails: [MAIL] });
  });
  it('obeys what the workspace lets people invite', async () => {
    sandbox.world.home.connect = { invitations: 'post_only', approvals: [] };
    await invite({ emails: [MAIL] });
    expect(await refused(invite({ emails: ['b@nikt.example'], external_limited: false }))).toBe('restricted_action');
    sandbox.world.home.connect = { invitations: 'none', approvals: [] };
    expect(await refused(invite({ emails: ['b@nikt.example'] }))).toBe('restricted_action');
  });
  it('needs its scope, and the events theirs', async () => {
    await sandbox.stop();
    await start(MANIFEST);
    expect(await refused(invite({ emails: [MAIL] }))).toBe('missing_scope');
    expect(sandbox.takeViolations().map((one) => one.name)).toEqual(['missing_scope']);
    await sandbox.stop();
    const bot = (CONNECT_MANIFEST.oauth_config?.scopes?.bot ?? []).filter(
      (one) => one !== 'groups:read' && one !== 'conversations.connect:read',
    );
    await start({ ...CONNECT_MANIFEST, oauth_config: { scopes: { bot } } });
    sandbox.connect.accept(await invite({ emails: [MAIL] }));
    sandbox.connect.approve(sandbox.world.state.invitations[0]?.id ?? '');
    expect(roomOf()?.members).toContain(romana);
    expect(names()).toEqual([]);
  });
});

describe('on the page', () => {
  it('an invitation is shown to whoever can answer it, with what they can answer', async () => {
    const id = await invite({ emails: [MAIL] });
    expect((await page(romana)).invitations).toMatchObject([
      { id, channelName: 'org-wspolna', state: 'sent', invited: MAIL, postOnly: true, acts: ['accept', 'decline'] },
    ]);
    expect((await page(PEOPLE.staff)).invitations).toEqual([]);
    expect((await page(PEOPLE.admin)).invitations).toMatchObject([{ id, acts: ['decline'] }]);
    expect(await sandbox.as(romana).act({ do: 'accept_invite', invite: id })).toEqual({ ok: true });
    expect((await page(romana)).invitations).toEqual([]);
    expect((await page(PEOPLE.admin)).invitations).toMatchObject([
      { state: 'accepted', acceptedBy: 'Romana Zagraniczna', acts: ['approve', 'decline'] },
    ]);
    expect(await sandbox.as(PEOPLE.staff).act({ do: 'approve_invite', invite: id })).toMatchObject({ ok: false });
    expect(await sandbox.as(PEOPLE.admin).act({ do: 'approve_invite', invite: id })).toEqual({ ok: true });
    expect((await page(PEOPLE.admin)).invitations).toEqual([]);
    expect((await page(romana)).channels.map((one) => one.name)).toEqual(['org-wspolna']);
    expect(await sandbox.as(romana).act({ do: 'accept_invite', invite: 'I0NIC' })).toMatchObject({
      error: 'invite_not_found',
    });
  });
  it('somebody who was not meant cannot take it; a link to an unknown address serves whoever opens it', async () => {
    const zofia = sandbox.addPerson({ id: 'U0ZOFIA000', name: 'Zofia Zagraniczna', kind: 'foreign' });
    const meant = await invite({ emails: [MAIL] });
    expect(await sandbox.as(zofia.id).act({ do: 'accept_invite', invite: meant })).toMatchObject({
      error: 'not_allowed',
    });
    const open = await invite({ emails: ['ktos@nikt.example'] });
    expect(await sandbox.as(zofia.id).act({ do: 'accept_invite', invite: open })).toEqual({ ok: true });
  });
  it('a foreign person is offered no commands and no shortcuts', async () => {
    expect(await page(romana)).toMatchObject({ commands: [], shortcuts: [] });
    expect((await page(PEOPLE.staff)).commands).toHaveLength(1);
  });
});

describe('a foreign person in a shared channel', () => {
  it.each(['socket', 'http'] as const)('presses, fills and submits as of their own workspace, over %s', async (way) => {
    const seen: Readonly<Record<string, unknown>>[] = [];
    await withRig(
      way,
      (app) => {
        app.action('go', async ({ ack, body, client: api }) => {
          await ack();
          seen.push({ ...body });
          const { trigger_id } = body as unknown as { trigger_id: string };
          await api.views.open({ trigger_id, view: nameModal('apply') });
        });
        app.view('apply', async ({ ack, body }) => {
          await ack();
          seen.push({ ...body });
        });
      },
      async ({ sandbox: other, app }) => {
        const { channel: made } = await app.client.conversations.create({ name: 'org-wspolna' });
        const room = made?.id ?? '';
        const { invite_id: id = '' } = await app.client.conversations.inviteShared({ channel: room, emails: [MAIL] });
        other.connect.accept(id);
        other.connect.approve(id);
        const button = {
          type: 'button' as const,
          action_id: 'go',
          text: { type: 'plain_text' as const, text: 'Dalej' },
        };
        await app.client.chat.postMessage({
          channel: room,
          text: 'a',
          blocks: [{ type: 'actions', elements: [button] }],
        });
        await other.as(romana).click('Dalej');
        await other.as(romana).fill({ 'Nazwa organizacji': 'Zmyślony Ogród' });
        expect((await other.as(romana).submit()).action).toBe('closed');
        const who = { id: romana, team_id: FOREIGN_TEAM_ID };
        expect(seen).toMatchObject([
          { type: 'block_actions', user: who, team: { id: TEAM_ID } },
          {
            type: 'view_submission',
            user: who,
            team: { id: FOREIGN_TEAM_ID },
            view: { team_id: FOREIGN_TEAM_ID, app_installed_team_id: TEAM_ID },
          },
        ]);
        const known = (await app.client.users.info({ user: romana, include_locale: true })).user;
        expect(known).toMatchObject({ team_id: FOREIGN_TEAM_ID, is_stranger: false });
        expect(JSON.stringify(known)).not.toMatch(/email|locale|"tz"/);
        const { profile } = await app.client.users.profile.get({ user: romana });
        expect(profile).toMatchObject({ real_name: 'Romana Zagraniczna' });
        expect(profile).not.toHaveProperty('email');
        expect(other.violations).toEqual([]);
      },
      { manifest: CONNECT_MANIFEST },
    );
  });
});
