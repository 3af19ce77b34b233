import { WebAPIPlatformError, WebClient } from '@slack/web-api';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { BOT_USER_ID, CHANNELS, PEOPLE, type Sandbox, startSandbox } from '../../../sandbox/index.ts';
import { MANIFEST } from './support.ts';

let sandbox: Sandbox;
let client: WebClient;

const refused = async (call: Promise<unknown>): Promise<unknown> => {
  const error = await call.catch((reason: unknown) => reason);
  return error instanceof WebAPIPlatformError ? error.data.error : error;
};
const create = async (name: string, is_private = true): Promise<string> =>
  (await client.conversations.create({ name, is_private })).channel?.id ?? '';
const names = () => sandbox.takeViolations().map((one) => one.name);

beforeEach(async () => {
  sandbox = await startSandbox({ manifest: MANIFEST, pace: 50 });
  client = new WebClient(sandbox.botToken, {
    slackApiUrl: sandbox.apiUrl,
    retryConfig: { retries: 0 },
    rejectRateLimitedCalls: true,
  });
});
afterEach(async () => {
  const left = sandbox.violations;
  await sandbox.stop();
  expect(left).toEqual([]);
});

describe('channels', () => {
  it('the creator is a member; a private one is not seen by others', async () => {
    const id = await create('org-zmyslony-ogrod');
    expect((await client.conversations.info({ channel: id })).channel).toMatchObject({
      is_private: true,
      is_member: true,
    });
    expect((await client.conversations.members({ channel: id })).members).toEqual([BOT_USER_ID]);
    expect(sandbox.as(PEOPLE.staff).channels()).not.toContain('org-zmyslony-ogrod');
    await client.conversations.invite({ channel: id, users: PEOPLE.staff });
    expect(sandbox.as(PEOPLE.staff).channels()).toContain('org-zmyslony-ogrod');
    await client.conversations.kick({ channel: id, user: PEOPLE.staff });
    expect(sandbox.as(PEOPLE.staff).channels()).not.toContain('org-zmyslony-ogrod');
  });
  it('a name is taken once, also after archiving', async () => {
    const id = await create('debiuty-2024');
    expect(await refused(create('debiuty-2024', false))).toBe('name_taken');
    await client.conversations.archive({ channel: id });
    expect(await refused(create('debiuty-2024'))).toBe('name_taken');
    expect(await refused(client.conversations.archive({ channel: id }))).toBe('already_archived');
    expect(await refused(client.chat.postMessage({ channel: id, text: 'a' }))).toBe('is_archived');
    await client.conversations.unarchive({ channel: id });
    await client.chat.postMessage({ channel: id, text: 'a' });
  });
  it.each([
    ['', 'invalid_arguments'],
    ['Duże', 'invalid_name_specials'],
    ['dwa słowa', 'invalid_name_specials'],
    ['ogród', 'invalid_name'],
    ['---', 'invalid_name_punctuation'],
    ['a'.repeat(81), 'invalid_name_maxlength'],
  ])('refuses the name "%s" with %s', async (name, error) => {
    expect(await refused(create(name))).toBe(error);
    expect(names()).toEqual([name === '' ? 'missing_argument' : error]);
  });
  it('the general channel is not archived', async () => {
    expect(await refused(client.conversations.archive({ channel: CHANNELS.general }))).toBe('cant_archive_general');
  });
  it('writes only where it is a member, and joins public channels only', async () => {
    const [open, closed] = [await create('otwarty', false), await create('zamkniety')];
    for (const channel of [open, closed]) await client.conversations.leave({ channel });
    expect(await refused(client.chat.postMessage({ channel: open, text: 'a' }))).toBe('not_in_channel');
    expect(await refused(client.chat.postMessage({ channel: closed, text: 'a' }))).toBe('channel_not_found');
    expect(await refused(client.conversations.join({ channel: closed }))).toBe('channel_not_found');
    await client.conversations.join({ channel: open });
    await client.chat.postMessage({ channel: open, text: 'a' });
    expect(names()).toEqual(['not_in_channel']);
  });
  it('sets topic and purpose within 250 characters, and renames its own', async () => {
    const channel = await create('temat');
    await client.conversations.setTopic({ channel, topic: 'ą'.repeat(250) });
    await client.conversations.setPurpose({ channel, purpose: 'cel' });
    await client.conversations.rename({ channel, name: 'nowy-temat' });
    expect((await client.conversations.info({ channel })).channel).toMatchObject({
      name: 'nowy-temat',
      purpose: { value: 'cel' },
    });
    expect(await refused(client.conversations.setTopic({ channel, topic: 'ą'.repeat(251) }))).toBe('too_long');
    expect(await refused(client.conversations.rename({ channel: CHANNELS.debiuty, name: 'x' }))).toBe('not_authorized');
    expect(names()).toEqual(['too_long']);
  });
  it('lists what it may see, by kind, in pages', async () => {
    await create('tajny');
    const list = async (types: string) =>
      ((await client.conversations.list({ types })).channels ?? []).map((one) => one.name);
    expect(await list('public_channel')).toEqual(['ogolne', 'debiuty']);
    expect(await list('private_channel')).toEqual(['tajny']);
    const first = await client.conversations.list({ limit: 1 });
    const second = await client.conversations.list({ limit: 1, cursor: first.response_metadata?.next_cursor ?? '' });
    expect(second.channels?.[0]?.name).toBe('debiuty');
    expect((await client.users.conversations({ types: 'public_channel,private_channel' })).channels).toHaveLength(3);
  });
});

describe('invitations', () => {
  const invite = (channel: string, users: readonly string[], force = false) =>
    client.conversations.invite({ channel, users: users.join(','), force });

  it('refuses each person who cannot come, with the reason', async () => {
    const channel = await create('zaproszenia');
    expect(await refused(invite(channel, [PEOPLE.deactivated]))).toBe('cant_invite');
    expect(await refused(invite(channel, [PEOPLE.foreign]))).toBe('no_external_invite_permission');
    expect(await refused(invite(channel, [PEOPLE.singleChannelGuest]))).toBe('ura_max_channels');
    expect(await refused(invite(channel, ['U0NIKT']))).toBe('user_not_found');
    expect(await refused(invite(channel, [BOT_USER_ID]))).toBe('cant_invite_self');
    await invite(channel, [PEOPLE.staff]);
    expect(await refused(invite(channel, [PEOPLE.staff]))).toBe('already_in_channel');
    sandbox.world.home.guestInvites = 'admins';
    expect(await refused(invite(channel, [PEOPLE.representatives[0]]))).toBe('user_is_restricted');
    expect(names()).toEqual(['cant_invite_self']);
  });
  it('one bad id spoils the call, unless forced', async () => {
    const channel = await create('zaproszenia');
    const people = [PEOPLE.staff, PEOPLE.deactivated];
    expect(await refused(invite(channel, people))).toBe('cant_invite');
    expect((await client.conversations.members({ channel })).members).toEqual([BOT_USER_ID]);
    const answer = await invite(channel, people, true);
    expect(answer.errors).toEqual([{ user: PEOPLE.deactivated, ok: false, error: 'cant_invite' }]);
    expect((await client.conversations.members({ channel })).members).toEqual([BOT_USER_ID, PEOPLE.staff]);
  });
});

describe('people', () => {
  it('tells kind, time zone and locale, but little of foreigners', async () => {
    const info = async (user: string) => (await client.users.info({ user, include_locale: true })).user;
    expect(await info(PEOPLE.admin)).toMatchObject({ is_admin: true, locale: 'pl-PL', tz: 'Europe/Warsaw' });
    expect(await info(PEOPLE.representatives[7])).toMatchObject({ is_restricted: true, locale: 'en-GB' });
    expect(await info(PEOPLE.deactivated)).toMatchObject({ deleted: true });
    expect(await refused(client.users.info({ user: PEOPLE.foreign }))).toBe('user_not_visible');
    const shared = sandbox.world.channel(CHANNELS.debiuty);
    shared?.members.push(PEOPLE.foreign);
    const foreigner = await info(PEOPLE.foreign);
    expect(foreigner).toMatchObject({ team_id: 'T0OBCYTEAM', is_stranger: false });
    expect(foreigner).not.toHaveProperty('locale');
    expect(foreigner?.profile).not.toHaveProperty('email');
  });
  it('finds people by e-mail and lists all', async () => {
    const { user } = await client.users.lookupByEmail({ email: 'Alicja@przyklad.example' });
    expect(user?.id).toBe(PEOPLE.admin);
    expect(await refused(client.users.lookupByEmail({ email: 'nikt@przyklad.example' }))).toBe('users_not_found');
    expect((await client.users.list({})).members?.length).toBeGreaterThan(15);
  });
});
