import { inTransaction } from '../../../platform/db/transaction.ts';
import type { Deps } from '../../../platform/deps.ts';
import { isFailure } from '../../../platform/slack/failure.ts';
import type { Posted } from '../../../platform/slack/gateway.ts';
import { reworded } from '../../../platform/slack/words.ts';
import { FILES, MARK } from '../ids.ts';
import { type Claimed, endTurn, passTurn, type Turn, takeTurn, untilFree } from '../operations/lane.ts';
import { pauseLookUps, takeLookUp } from '../operations/look-ups.ts';
import { tellStaff } from '../operations/tell-staff.ts';
import {
  afterTrouble,
  arrived,
  dropped,
  type Ending,
  laneNamed,
  notYet,
  type Phase,
  putOff,
  undeliverable,
} from '../rules/index.ts';
import { type Address, addressOf } from './address.ts';

/** Our clock and Slack's may differ by so much. */
const SKEW_MS = 300_000;

/** Looks for the message that an earlier, unfinished attempt may have posted. */
async function lookUp(deps: Deps, notice: Claimed, address: Address): Promise<Posted | null> {
  const channel = address.isPerson ? await deps.slack.directChannel(address.channel) : address.channel;
  const since = new Date((notice.triedAt ?? notice.dueAt).getTime() - SKEW_MS);
  return deps.slack.findMarked(channel, { type: MARK, id: notice.id }, since);
}

/** What a thrown error means. A doubt stays until the channel was looked at, whatever fails meanwhile. */
async function trouble(deps: Deps, notice: Claimed, phase: Phase, error: unknown): Promise<Ending> {
  const attempt = { state: notice.before, attempts: notice.attempts, phase };
  const facts = { noticeId: notice.id, kind: notice.kind, phase };
  if (!isFailure(error)) {
    deps.log.error({ ...facts, err: error }, 'notice not rendered or not stored');
    return afterTrouble(attempt, { code: 'unexpected', isDoubtful: true, retryAfterMs: null }, deps.pace);
  }
  const { code, doubtful, retryAfterSeconds } = error;
  deps.log.warn({ ...facts, code, hints: error.hints }, 'notice not sent');
  const retryAfterMs = retryAfterSeconds === null ? null : retryAfterSeconds * 1_000;
  if (phase === 'looking' && retryAfterMs !== null) await pauseLookUps(deps, retryAfterMs);
  return afterTrouble(attempt, { code, isDoubtful: doubtful, retryAfterMs }, deps.pace);
}

/** Tries to say one notice: at most once as people see it. `isLate`: the turn may soon be another process's. */
async function attempt(deps: Deps, notice: Claimed, isLate: () => boolean): Promise<Ending> {
  const { kind, params, attempts } = notice;
  const known = { state: notice.before, attempts, phase: 'preparing' } as const;
  let phase: Phase = 'preparing';
  try {
    const address = await addressOf(deps, notice);
    if ('nowhere' in address)
      return address.isYet ? notYet(known, address.nowhere, deps.pace) : undeliverable(known, address.nowhere);
    if (notice.before === 'sending') {
      phase = 'looking';
      const wait = await takeLookUp(deps);
      if (wait > 0) return putOff(known, wait);
      const found = await lookUp(deps, notice, address);
      // What it said then is not known any more: its files are looked for.
      if (found) return arrived(attempts + 1, { posted: found, hasFiles: true, pause: 'none' });
      phase = 'preparing';
    }
    const renderer = deps.offers.notices.get(kind);
    if (!renderer) return undeliverable(known, 'no_renderer');
    const rendered = await renderer.render(deps, params, address.locale);
    if (!rendered) return dropped(attempts);
    const message = notice.words === null ? rendered : reworded(rendered, notice.words);
    if (isLate()) return putOff(known, 0);
    phase = 'posting';
    const posted = await deps.slack.post(address.channel, message, { type: MARK, id: notice.id });
    return arrived(attempts + 1, { posted, hasFiles: (message.files ?? []).length > 0, pause: 'pace' });
  } catch (error) {
    return trouble(deps, notice, phase, error);
  }
}

/** One step of a lane: its next notice is sent, looked up, put off, or given to staff. In how many ms the next step is wanted. */
export async function takeStep(deps: Deps, lane: string): Promise<number | null> {
  const now = deps.clock.now();
  const begun = performance.now();
  const turn: Turn = { ...laneNamed(lane), holder: deps.ids.next() };
  const taken = await takeTurn(deps, turn, now);
  if (!taken) return untilFree(deps, turn, now);
  const { notice } = taken;
  if (!notice) {
    await passTurn(deps, turn);
    return 0;
  }
  // The other half of the turn is for the post, which is given up before it is over.
  const ending = await attempt(deps, notice, () => performance.now() - begun > deps.pace.turnMs / 2);
  if (ending.state !== 'failed' && !ending.hasFiles) return endTurn(deps, deps.db, turn, notice.id, ending);
  return inTransaction(deps.db, async (tx) => {
    const wait = await endTurn(deps, tx, turn, notice.id, ending);
    if (ending.hasFiles) await deps.jobs.enqueue(tx, FILES, { noticeId: notice.id }, { key: notice.id });
    else await tellStaff(deps, tx, notice, ending.failure);
    return wait;
  });
}
