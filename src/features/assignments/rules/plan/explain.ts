import { fitParts, type Part, roomPoints } from '../score.ts';
import { type Judged, type Refusal, refusalsOf } from './judge.ts';
import type { Plan, Planned } from './plan.ts';
import { candidateOf, roomOf } from './problem.ts';

/** Why an expert who stands higher for an organisation was not chosen. */
export type PassedOver = {
  readonly expertId: string;
  readonly score: number;
} & (
  | { readonly why: 'pinned' }
  /** Nothing is changed without need against the plan before. */
  | { readonly why: 'kept' }
  /** No room already before the plan. */
  | { readonly why: 'full'; readonly load: number; readonly maxLoad: number }
  /** The plan gives the room there was to these, who gain more or have less choice. */
  | { readonly why: 'taken'; readonly by: readonly { readonly organisationId: string; readonly fit: number }[] }
  /** There is room, but work is shared: with the plan this expert would lead so many. */
  | { readonly why: 'load'; readonly load: number; readonly maxLoad: number }
  /** Possible, but the plan was not proven to be the best. */
  | { readonly why: 'unproven' }
);

export type Refused = { readonly expertId: string; readonly rules: readonly Refusal[] };

/** What can be said of one organisation in a plan. */
export type Explanation = {
  readonly organisationId: string;
  /** Null when there is nobody for it. */
  readonly chosen: (Planned & { readonly parts: readonly Part[]; readonly place: number; readonly of: number }) | null;
  /** Possible experts who stand higher in the ranking, or would fit better, than the chosen one; the best first. */
  readonly higher: readonly PassedOver[];
  /** Everybody a rule keeps out, with all rules. */
  readonly refused: readonly Refused[];
};

type Standing = {
  readonly expert: number;
  readonly fit: number;
  readonly expertId: string;
  readonly score: number;
  readonly parts: readonly Part[];
};

/** Reasons with the points of each, what weighs most first; room is as it was before the plan. */
function partsOf(judged: Judged, row: number, column: number): readonly Part[] {
  const [organisation, expert] = [judged.organisations[row], judged.experts[column]];
  if (!organisation || !expert) throw new RangeError('no such pair');
  const { load, maxLoad } = expert;
  const room: Part = { points: roomPoints(maxLoad, load), reason: { kind: 'load', load, maxLoad } };
  const parts = [...fitParts(candidateOf(expert, judged.factOf(row, column)), organisation), room];
  return parts.toSorted((a, b) => Math.abs(b.points) - Math.abs(a.points));
}

/** The possible experts of an organisation by points as in the ranking. */
function standings(judged: Judged, row: number): readonly Standing[] {
  return (judged.pairs[row] ?? [])
    .map(({ expert, fit }): Standing => {
      const { expertId = '', maxLoad = 0, load = 0 } = judged.experts[expert] ?? {};
      return { expert, fit, expertId, score: fit + roomPoints(maxLoad, load), parts: partsOf(judged, row, expert) };
    })
    .sort((a, b) => b.score - a.score || a.expert - b.expert);
}

function passedOver(judged: Judged, plan: Plan, chosen: Planned, one: Standing): PassedOver {
  const { expertId, score } = one;
  const expert = judged.experts[one.expert];
  const load = plan.loads.find((each) => each.expertId === expertId);
  if (!expert || !load) throw new RangeError('an expert who is not in the plan');
  const { maxLoad } = expert;
  if (chosen.isPinned) return { expertId, score, why: 'pinned' };
  if (roomOf(expert) === 0) return { expertId, score, why: 'full', load: expert.load, maxLoad };
  if (load.after >= maxLoad) {
    const by = plan.pairs
      .filter((pair) => pair.expertId === expertId)
      .map(({ organisationId, fit }) => ({ organisationId, fit }));
    return { expertId, score, why: 'taken', by };
  }
  if (chosen.isKept) return { expertId, score, why: 'kept' };
  if (!plan.isProven) return { expertId, score, why: 'unproven' };
  return { expertId, score, why: 'load', load: load.after + 1, maxLoad };
}

/** By points as in the ranking, or by the pair alone: somebody who is full has no points for room. */
const standsHigher = (one: Standing, chosen: Planned): boolean =>
  one.expertId !== chosen.expertId && (one.score > chosen.score || one.fit > chosen.fit);

/** Why an organisation has the expert it has in a plan, and nobody else. @throws when it is not in the problem. */
export function explain(judged: Judged, plan: Plan, organisationId: string): Explanation {
  const row = judged.organisations.findIndex((one) => one.id === organisationId);
  if (row < 0) throw new RangeError('an organisation that is not in the plan');
  const list = standings(judged, row);
  const chosen = plan.pairs.find((pair) => pair.organisationId === organisationId) ?? null;
  const mine = chosen ? list.findIndex((one) => one.expertId === chosen.expertId) : -1;
  const refused = judged.experts.flatMap(({ expertId }, column): readonly Refused[] => {
    const rules = refusalsOf(judged, row, column);
    return rules.length > 0 ? [{ expertId, rules }] : [];
  });
  const parts = list[mine]?.parts ?? [];
  return {
    organisationId,
    chosen: chosen ? { ...chosen, parts, place: mine + 1, of: list.length } : null,
    higher: chosen
      ? list.filter((one) => standsHigher(one, chosen)).map((one) => passedOver(judged, plan, chosen, one))
      : [],
    refused,
  };
}
