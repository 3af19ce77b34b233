import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { CHANNELS, FOREIGN_TEAM_ID, PEOPLE, type PersonDriver } from '../../sandbox/index.ts';
import { slowFeature } from '../support/slow-feature.ts';
import { openWorkspace, type Transport, type Workspace } from '../support/workspace.ts';

const SLOW = 2_000;

describe.each<Transport>(['socket', 'http'])('the way of an interaction over %s', (transport) => {
  let workspace: Workspace;
  let kamil: PersonDriver;
  beforeEach(async () => {
    workspace = await openWorkspace({ transport, features: [slowFeature] });
    kamil = workspace.sandbox.as(PEOPLE.representatives[3]);
  });
  afterEach(() => workspace.close());
  const last = () => kamil.texts('#debiuty').at(-1);

  it('a fast form opens at once, and its field errors keep it open', async () => {
    await kamil.slash('#debiuty', '/debiuty form 0 0');
    expect(kamil.modal()?.heading).toBe('Formularz');
    await kamil.fill({ Słowo: 'za długie' });
    expect(await kamil.submit()).toMatchObject({ action: 'errors', errors: { Słowo: 'Powód: long' } });
    await kamil.fill({ Słowo: 'taken' });
    expect(await kamil.submit()).toMatchObject({ action: 'errors', errors: { Słowo: 'Zajęte' } });
    await kamil.fill({ Słowo: 'dobre' });
    expect(await kamil.submit()).toMatchObject({ action: 'closed' });
    expect(last()).toBe('Zapisano dobre');
  });

  it('a slow form is announced by a waiting modal, so that the trigger is not lost', async () => {
    await kamil.slash('#debiuty', `/debiuty form ${SLOW} 0`);
    expect(kamil.modal()?.heading).toBe('Formularz');
    expect(workspace.sandbox.calls.map((call) => call.method)).toEqual(
      expect.arrayContaining(['views.open', 'views.update']),
    );
  });

  it('a slow submission is answered in time, and its outcome follows in the form', async () => {
    await kamil.slash('#debiuty', `/debiuty form 0 ${SLOW}`);
    await kamil.fill({ Słowo: 'dobre' });
    expect(await kamil.submit()).toMatchObject({ action: 'updated' });
    expect(kamil.modal()?.all).toContain('Zapisano dobre');
  });

  it('a slow refusal brings the form back as it was filled in', async () => {
    await kamil.slash('#debiuty', `/debiuty form 0 ${SLOW}`);
    await kamil.fill({ Słowo: 'taken' });
    await kamil.submit();
    expect(kamil.modal()?.all).toContain('Zajęte');
    expect(JSON.stringify(kamil.modal())).toContain('"initial_value":"taken"');
  });

  it.each([
    ['/debiuty broken', async () => undefined],
    ['/debiuty buttons', async () => kamil.click('Zepsuty')],
  ])('a surprise in %s is said calmly, with a reference', async (text, next) => {
    await kamil.slash('#debiuty', text);
    await next();
    expect(last()).toMatch(/Coś poszło nie tak po naszej stronie.*[0-9A-F]{8}$/);
  });

  it('a surprise in a form is said in the form', async () => {
    await kamil.slash('#debiuty', '/debiuty form 0 0');
    await kamil.fill({ Słowo: 'throw' });
    await kamil.submit();
    expect(kamil.modal()?.all).toMatch(/Coś poszło nie tak/);
  });

  it('a button whose value is not ours is refused and does nothing', async () => {
    await kamil.slash('#debiuty', '/debiuty buttons');
    await kamil.click('Zła liczba');
    expect(last()).toContain('Nie udało się odczytać');
    await kamil.click('Nieznany');
    expect(last()).toContain('nie jest już aktualny');
    await kamil.click('Dobra liczba');
    expect(last()).toBe('Liczba 7');
  });

  it('a person of an unknown workspace is refused in both languages', async () => {
    const channel = workspace.sandbox.world.channel(CHANNELS.debiuty);
    channel?.members.push(PEOPLE.foreign);
    channel?.sharedWith.push(FOREIGN_TEAM_ID);
    await kamil.slash('#debiuty', '/debiuty buttons');
    const before = await workspace.db.person.count();
    const romana = workspace.sandbox.as(PEOPLE.foreign);
    const posted = await workspace.app.deps.slack.post(CHANNELS.debiuty, {
      text: 'Przycisk',
      blocks: [
        {
          type: 'actions',
          elements: [
            { type: 'button', action_id: 'slow_number', value: '1', text: { type: 'plain_text', text: 'Liczba' } },
          ],
        },
      ],
    });
    await romana.click('Liczba', { channel: posted.channelId });
    expect(romana.texts('#debiuty').at(-1)).toMatch(/Debiuty nie znają jeszcze.*does not know your Slack workspace/s);
    expect(await workspace.db.person.count()).toBe(before);
  });

  it('words are shown as typed', async () => {
    await kamil.slash('#debiuty', '/debiuty echo *gwiazdki* _x_ :tada: <https://example.org>');
    expect(last()).toContain('*gwiazdki* _x_ :tada:');
  });

  it.each([
    ['views.open', { kind: 'error', error: 'expired_trigger_id' }],
    ['views.open', { kind: 'server_error', status: 503 }],
    ['views.open', { kind: 'rate_limit', retryAfter: 1 }],
    ['views.open', { kind: 'reset' }],
  ] as const)('%s failing with %o is said to the person, who can try again', async (method, kind) => {
    workspace.sandbox.fault({ method, times: 1, ...kind });
    await kamil.slash('#debiuty', '/debiuty form 0 0');
    expect(last()).toMatch(/spróbuj jeszcze raz/);
    await kamil.slash('#debiuty', '/debiuty form 0 0');
    expect(kamil.modal()?.heading).toBe('Formularz');
  });
});
