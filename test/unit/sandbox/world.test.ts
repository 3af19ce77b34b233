import { describe, expect, it } from 'vitest';
import type { MethodSpec } from '../../../sandbox/contract/method-types.ts';
import { METHODS } from '../../../sandbox/contract/methods.ts';
import { asCommandText, asMessage } from '../../../sandbox/people/mentions.ts';
import { BOT_ID, BOT_USER_ID, PEOPLE, seedWorld } from '../../../sandbox/seed.ts';
import { createRates } from '../../../sandbox/web-api/rates.ts';
import { createClock } from '../../../sandbox/world/clock.ts';
import { createResponseUrls } from '../../../sandbox/world/response-urls.ts';
import { createTriggers } from '../../../sandbox/world/triggers.ts';
import { createWorld } from '../../../sandbox/world/world.ts';

const START = Date.UTC(2026, 10, 22, 9);
const frozen = () =>
  createClock(
    () => START,
    0,
    () => {},
  );
const world = () =>
  createWorld(seedWorld(START), frozen(), { botUserId: BOT_USER_ID, appId: 'A', botId: BOT_ID, url: () => '' });

describe('the clock', () => {
  it('fires what became due, oldest first, when moved', () => {
    const clock = frozen();
    const fired: string[] = [];
    clock.after(2_000, () => fired.push('second'));
    clock.after(1_000, () => fired.push('first'));
    clock.after(60_000, () => fired.push('later'));
    clock.advance(5_000);
    expect(fired).toEqual(['first', 'second']);
    expect(clock.now()).toBe(START + 5_000);
    clock.stop();
  });
  it('passes every timer at its own time, also one that was set on the way, and no farther than asked', () => {
    const clock = frozen();
    const fired: number[] = [];
    const note = () => fired.push(clock.now() - START);
    clock.at(START + 2_000, () => {
      note();
      clock.at(START + 3_000, note);
      clock.at(START + 9_000, note);
    });
    clock.at(START + 1_000, note);
    clock.advance(5_000);
    expect(fired).toEqual([1_000, 2_000, 3_000]);
    clock.stop();
  });
  it('does not go back', () => expect(() => frozen().advance(-1)).toThrow('only goes forward'));
});

describe('triggers and response addresses', () => {
  it('a trigger works once and for three seconds', () => {
    const clock = frozen();
    const triggers = createTriggers(clock);
    const [first, second] = [triggers.issue('U1', 'T1', null), triggers.issue('U1', 'T1', null)];
    expect(triggers.redeem(first)).toMatchObject({ person: 'U1' });
    expect(triggers.redeem(first)).toBe('exchanged_trigger_id');
    clock.advance(3_001);
    expect(triggers.redeem(second)).toBe('expired_trigger_id');
    expect(triggers.redeem('made up')).toBe('invalid_trigger_id');
  });
  it('a response address works five times within thirty minutes', () => {
    const clock = frozen();
    const urls = createResponseUrls(clock, () => 'http://sandbox');
    const issue = () =>
      urls.issue({ person: 'U1', channel: 'C1', messageTs: null }).replace('http://sandbox/response/', '');
    const [first, second] = [issue(), issue()];
    for (let use = 0; use < 5; use += 1) expect(urls.use(first)).toMatchObject({ person: 'U1' });
    expect(urls.use(first)).toBe('used_url');
    clock.advance(30 * 60_000 + 1);
    expect(urls.use(second)).toBe('expired_url');
  });
});

describe('rate limits', () => {
  it('lets three messages into a channel at once, then one a second', () => {
    const clock = frozen();
    const rates = createRates(clock, 1);
    for (let call = 0; call < 3; call += 1) expect(rates.take('post', 'C1')).toBeNull();
    expect(rates.take('post', 'C1')).toBe(1);
    expect(rates.take('post', 'C2')).toBeNull();
    clock.advance(1_000);
    expect(rates.take('post', 'C1')).toBeNull();
  });
  it('lets a tier 2 method twenty times a minute', () => {
    const rates = createRates(frozen(), 1);
    for (let call = 0; call < 20; call += 1) expect(rates.take('tier2', 'pins.add')).toBeNull();
    expect(rates.take('tier2', 'pins.add')).toBe(3);
  });
});

describe('ids and names', () => {
  it('message time stamps always grow', () => {
    const { newTs } = world();
    const stamps = Array.from({ length: 50 }, newTs);
    expect(new Set(stamps).size).toBe(50);
    expect(stamps.toSorted()).toEqual(stamps);
    expect(stamps[0]).toMatch(/^\d{10}\.\d{6}$/);
  });
  it('turns names into mentions and escapes the rest', () => {
    expect(asMessage(world(), 'Cześć @Alicja Przykładowa <b> & @bartek, patrz #debiuty <!channel>')).toBe(
      `Cześć <@${PEOPLE.admin}> &lt;b&gt; &amp; <@${PEOPLE.staff}>, patrz <#C0DEBIUTY0> &lt;!channel&gt;`,
    );
    expect(asCommandText(world(), 'staff add @celina', true)).toBe(`staff add <@${PEOPLE.experts[0]}|celina>`);
    expect(asCommandText(world(), 'staff add @celina', false)).toBe('staff add @celina');
  });
});

describe('the table of methods', () => {
  it.each(Object.entries<MethodSpec>(METHODS))('%s knows every argument it requires', (_name, spec) => {
    expect(spec.required.filter((name) => !Object.hasOwn(spec.args, name))).toEqual([]);
  });
});
