import { civilOf, WARSAW } from '../../../core/calendar/index.ts';
import type { Locale } from '../../../core/locale.ts';
import type { WaitingAct } from '../../../platform/db/generated/client.ts';
import type { Deps } from '../../../platform/deps.ts';
import type { ActWords } from '../../../platform/feature.ts';
import { namesIn } from '../queries.ts';
import { type ActState, minutesLeft, OWN_REFUSALS, type OwnRefusal, stateOf } from '../rules.ts';

/** An act as staff see it. */
export type ShownAct = ActWords & {
  readonly id: string;
  readonly state: ActState;
  readonly by: string;
  /** The clock time until which it waits, `HH:mm`, and how many minutes that still is. */
  readonly until: string;
  readonly minutes: number;
  readonly endedAt: Date | null;
  readonly endedBy: string | null;
  /** Why it was refused: a reason of ours, or the words of the act's own feature. */
  readonly refusal: { readonly own: OwnRefusal } | { readonly said: string } | null;
};

function refusalOf(deps: Deps, { kind, refusal }: WaitingAct, locale: Locale): ShownAct['refusal'] {
  if (refusal === null) return null;
  const own = OWN_REFUSALS.find((one) => one === refusal);
  const act = deps.offers.waitingActs.get(kind);
  return own || !act ? { own: own ?? 'unexpected' } : { said: act.refusal(refusal, locale) };
}

/** Acts with their words, which are made now from the state of what they are about. */
export async function showActs(deps: Deps, acts: readonly WaitingAct[], locale: Locale): Promise<readonly ShownAct[]> {
  const names = await namesIn(deps.db, acts);
  const now = deps.clock.now();
  return Promise.all(
    acts.map(async (act) => {
      const words = await deps.offers.waitingActs.get(act.kind)?.words(deps, act.params, locale);
      return {
        ...(words ?? { what: act.kind, effect: '' }),
        ...{ id: act.id, state: stateOf(act.state), by: names.get(act.byPerson) ?? '?' },
        ...{ until: civilOf(act.dueAt, WARSAW).time, minutes: minutesLeft(now, act.dueAt) },
        ...{ endedAt: act.endedAt, endedBy: act.endedBy === null ? null : (names.get(act.endedBy) ?? '?') },
        refusal: refusalOf(deps, act, locale),
      };
    }),
  );
}

/** One act with its words. */
export async function showAct(deps: Deps, act: WaitingAct, locale: Locale): Promise<ShownAct> {
  const [shown] = await showActs(deps, [act], locale);
  if (!shown) throw new Error('an act without words');
  return shown;
}
