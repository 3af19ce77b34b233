import { isDeepStrictEqual } from 'node:util';
import { features } from '../../src/features/index.ts';
import { testDeps } from '../../test/support/deps.ts';
import { brokenInvariants } from '../../test/support/invariants.ts';
import { obligationsOf } from '../../test/support/owed.ts';
import type { World } from '../world.ts';
import { delivered } from './delivery.ts';
import type { Judged } from './judged.ts';
import { outcomes } from './outcomes.ts';
import { deadLetters, settle } from './settle.ts';

/**
 * What is ours and not the bot's: a killed one, or one that just starts, answers late or not at all, and forgets what another process was told of a pause; a
 * delivery made twice, or a clock moved on by days while an answer is on its way, brings triggers and addresses that
 * are used up. Journeys, where nobody is killed, forgive none of these.
 */
const OURS =
  /^(unanswered_|late_ack|rate_limit_ignored|exchanged_trigger_id|expired_trigger_id|response_url_expired|push_outside_modal)/;

const SHOWN = 40;

/** What is written as owed and what follows from the state, where they differ. */
async function owedAstray({ db }: World): Promise<readonly string[]> {
  const { written, byState } = await obligationsOf(testDeps(db, features).deps);
  const other = (lines: typeof written, than: typeof written) =>
    lines.filter((line) => !than.some((one) => isDeepStrictEqual(one, line))).map((line) => JSON.stringify(line));
  return [
    ...other(written, byState).map((line) => `written as owed, but not so: ${line}`),
    ...other(byState, written).map((line) => `owed, but not written: ${line}`),
  ];
}

/** Lets everything settle and says what does not hold. True when all holds. */
export async function judge(judged: Judged): Promise<boolean> {
  const { world, failures, say } = judged;
  const settled = await settle(world).then((s) => `everything settled in ${s.toFixed(1)} s`, String);
  say(settled);
  const { sent, dropped, faults } = await delivered(world);
  const dead = await deadLetters(world);
  const violations = world.sandbox.violations
    .map(({ name, detail }) => `${name}: ${detail}`)
    .filter((line) => !OURS.test(line));
  const lists = {
    'notices lost, posted twice or not sent': faults,
    'what people could not do': failures,
    'invariants broken': await brokenInvariants(world.db),
    'what is owed': await owedAstray(world),
    'outcomes of acts': await outcomes(judged),
    'rules of Slack broken by the bot': violations,
    'not done': [...(settled.startsWith('everything') ? [] : [settled]), ...(dead > 0 ? [`${dead} jobs gave up`] : [])],
  };
  say(`notices: ${sent} sent, ${dropped} dropped as no longer worth saying`);
  for (const [what, list] of Object.entries(lists)) {
    say(`${list.length === 0 ? 'ok  ' : 'FAIL'} ${what}: ${list.length}`);
    for (const line of list.slice(0, SHOWN)) say(`       ${line}`);
  }
  return Object.values(lists).every((list) => list.length === 0);
}
