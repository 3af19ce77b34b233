import type { Actor } from '../../../core/actor.ts';
import type { Locale } from '../../../core/locale.ts';
import { type Outcome, ok, refuse } from '../../../core/outcome.ts';
import type { Db, Tx } from '../../../platform/db/client.ts';
import type { WaitingAct } from '../../../platform/db/generated/client.ts';
import { inTransaction } from '../../../platform/db/transaction.ts';
import type { Deps } from '../../../platform/deps.ts';
import { record } from '../../journal/public.ts';
import { notifyAll, toldBy } from '../../notices/public.ts';
import { findPeople, localeOfPerson } from '../../people/public.ts';
import { EVERYBODY, NOTICES } from '../ids.ts';
import { stateOf } from '../rules.ts';
import { holdForStaff } from './claim.ts';

/** One of those who were told of an act, and are not set right yet. */
export type Told = {
  readonly key: string;
  readonly name: string;
  readonly to: { readonly person: string } | { readonly channel: string };
};

export type Plan = {
  readonly told: readonly Told[];
  /** In the language of those who hear it: English when all of them chose it. */
  readonly draft: string;
  readonly takeBack: Readonly<Record<Locale, string>> | null;
};

const laneOf = ({ to }: Told): readonly [string, string] =>
  'person' in to ? ['person', to.person] : ['channel', to.channel];
const nameOfLane = (told: Told): string => laneOf(told).join(':');

async function languageOf(db: Db | Tx, told: readonly Told[]): Promise<Locale> {
  const ids = told.flatMap(({ to }) => ('person' in to ? [to.person] : []));
  if (ids.length === 0 || ids.length < told.length) return 'pl';
  return (await findPeople(db, ids)).every((person) => localeOfPerson(person) === 'en') ? 'en' : 'pl';
}

/** Who can be set right about an act that was done, each once, and with which words to begin; null when nobody can. */
export async function planOf(deps: Deps, db: Db | Tx, act: WaitingAct): Promise<Plan | null> {
  if (stateOf(act.state) !== 'done') return null;
  const plan = await deps.offers.waitingActs.get(act.kind)?.correction(db, act.params, act.result);
  if (!plan) return null;
  const heard = await toldBy(db, [...plan.told.map(({ key }) => key)]);
  const corrected = await db.correction.findMany({ where: { actId: act.id } });
  const done = new Set(corrected.map(({ targetKind, target }) => `${targetKind}:${target}`));
  const told: Told[] = [];
  for (const { key, name } of plan.told) {
    const to = heard.get(key);
    const one = to && { key, name, to };
    if (!one || done.has(nameOfLane(one))) continue;
    done.add(nameOfLane(one));
    told.push(one);
  }
  const language = await languageOf(db, told);
  return told.length === 0 ? null : { told, draft: plan.draft[language], takeBack: plan.takeBack ?? null };
}

export type Correcting = {
  readonly actId: string;
  /** The key of one of those told, or everybody. */
  readonly to: string;
  readonly text: string;
  /** Takes back what was done as well. */
  readonly takeBack: boolean;
};

type CorrectRefusal = 'not_allowed' | 'nobody' | 'not_taken_back';

/**
 * Staff set right an act that can no longer be taken back: each of those told hears it once, however often it is sent
 * (N11). Refuses others, what is corrected already (`nobody`), and a taking back that is not possible any more.
 */
export const correct = (
  deps: Deps,
  actor: Actor,
  now: Date,
  given: Correcting,
): Promise<Outcome<number, CorrectRefusal>> =>
  inTransaction(deps.db, async (tx) => {
    const held = await holdForStaff(tx, actor, given.actId);
    if (!held.ok) return held;
    const act = held.value;
    const plan = await planOf(deps, tx, act);
    const told = (plan?.told ?? []).filter(({ key }) => given.to === EVERYBODY || given.to === key);
    if (!plan || told.length === 0) return refuse('nobody');
    const takeBack = given.takeBack && plan.takeBack ? deps.offers.waitingActs.get(act.kind)?.takeBack : undefined;
    if (given.takeBack && !takeBack) return refuse('not_taken_back');
    const taken = await takeBack?.({ deps, tx, actor, now }, act.params, act.result);
    if (taken && !taken.ok) return refuse('not_taken_back');
    const rows = told.map((one) => {
      const [targetKind, target] = laneOf(one);
      const said = { actId: act.id, text: given.text, byPerson: actor.personId, at: now };
      return { id: deps.ids.next(), targetKind, target, ...said };
    });
    await tx.correction.createMany({ data: rows });
    await tell(deps, tx, now, { told, ids: rows.map(({ id }) => id), cohortId: act.cohortId });
    await record(deps, tx, actor, now, {
      ...{ act: 'undo.correct', subject: 'waiting_act', subjectId: act.id, cohortId: act.cohortId },
      detail: { told: told.length, takenBack: given.takeBack },
    });
    return ok(told.length);
  });

type Said = { readonly told: readonly Told[]; readonly ids: readonly string[]; readonly cohortId: string };

async function tell(deps: Deps, tx: Tx, at: Date, { told, ids, cohortId }: Said): Promise<void> {
  const { correction: kind } = NOTICES;
  const specs = told.map(({ to }, index) => {
    const correctionId = ids[index] ?? '';
    return { kind, params: { correctionId }, to, key: `${kind}:${correctionId}`, at, cohortId };
  });
  await notifyAll(deps, tx, specs);
}
