import type { App } from '@slack/bolt';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startSandbox } from '../../../../sandbox/index.ts';
import { type Rig, withRig } from '../support.ts';
import { ANSWER_SLIPS, GRANT_SLIPS } from './bot-slips.ts';
import { API_SLIPS, RESPONSE_SLIPS, VIEW_SLIPS } from './call-slips.ts';
import { EVERYTHING } from './everything.ts';
import { LINE_SLIPS, openLine } from './line-slips.ts';
import { BLOCK_SLIPS, MESSAGE_SLIPS, PLACE_SLIPS } from './message-slips.ts';
import { type CallSlip, halina, swallow } from './slip.ts';

const CALL_SLIPS: readonly CallSlip[] = [
  ...BLOCK_SLIPS,
  ...MESSAGE_SLIPS,
  ...PLACE_SLIPS,
  ...API_SLIPS,
  ...VIEW_SLIPS,
  ...RESPONSE_SLIPS,
];
const BOT_SLIPS = [...ANSWER_SLIPS, ...GRANT_SLIPS];

const caught = new Set<string>();
/** What the sandbox reported, each name once; the world goes on without it. */
const reported = ({ sandbox }: Pick<Rig, 'sandbox'>): readonly string[] => {
  const names = [...new Set(sandbox.takeViolations().map((one) => one.name))];
  for (const name of names) caught.add(name);
  return names;
};

describe('a bot that breaks one rule at a word', () => {
  let rig: Rig;
  let gone: Promise<void>;
  let finish = (): void => {};
  const failures: unknown[] = [];

  const bot = (app: App): void =>
    app.command('/probe', async ({ ack, body, client, respond }) => {
      await ack();
      const slip = CALL_SLIPS.find((one) => one.breaks === body.text);
      const hands = { client, respond, trigger_id: body.trigger_id, sandbox: rig.sandbox };
      await slip
        ?.does(hands)
        .catch(swallow)
        .catch((error: unknown) => failures.push(error));
    });

  beforeAll(async () => {
    const ready = new Promise<Rig>((resolve) => {
      const use = (given: Rig) => {
        resolve(given);
        return new Promise<void>((done) => {
          finish = done;
        });
      };
      gone = withRig('socket', bot, use, { manifest: EVERYTHING, pace: 10_000 });
    });
    rig = await ready;
    await rig.sandbox.as(halina).say('debiuty', 'Dzień dobry');
  });
  afterAll(async () => {
    finish();
    await gone;
  });

  it.each(CALL_SLIPS)('$slip: $breaks', async ({ breaks }) => {
    await rig.sandbox.as(halina).slash('#debiuty', `/probe ${breaks}`);
    expect(failures.splice(0)).toEqual([]);
    expect(reported(rig)).toEqual([breaks]);
  });
});

describe('a bot that is built wrong', () => {
  const each = BOT_SLIPS.flatMap((one) =>
    (one.over ?? ['socket' as const]).map((transport) => ({ ...one, transport })),
  );
  it.each(each)('$slip, over $transport: $breaks', async ({ breaks, along, transport, bot, person, options }) => {
    const use = async (rig: Rig) => {
      await person(rig);
      expect(reported(rig).toSorted()).toEqual([...(along ?? []), breaks].toSorted());
    };
    await withRig(transport, bot, use, { manifest: EVERYTHING, ...options });
  });
});

describe('a line without manners', () => {
  it.each(LINE_SLIPS)('$slip: $breaks', async ({ breaks, does }) => {
    const sandbox = await startSandbox({ manifest: EVERYTHING, ackLimitMs: 1_000 });
    const line = await openLine(sandbox);
    await does(line);
    await sandbox.waitFor(() => sandbox.violations.length > 0);
    expect(reported({ sandbox })).toEqual([breaks]);
    line.socket.terminate();
    await sandbox.stop();
  });
});

describe('the slips together', () => {
  it('are at least thirty, each with a name of its own, and each was caught', () => {
    const own = [...CALL_SLIPS, ...LINE_SLIPS].map((one) => one.breaks);
    const names = new Set([...own, ...BOT_SLIPS.map((one) => one.breaks)]);
    expect(new Set(own).size).toBe(own.length);
    expect(names.size).toBeGreaterThanOrEqual(30);
    expect([...names].filter((name) => !caught.has(name))).toEqual([]);
  });
});
