import { isDecision } from './decisions.ts';
import { can, isCounted } from './machine.ts';

/** How staff see applications in the list: state and prepared decision in one word. */
export const GROUPS = [
  'to_confirm',
  'to_check',
  'to_decide',
  'admitted',
  'reserve',
  'refused',
  'formally_rejected',
  'withdrawn',
] as const;
export type Group = (typeof GROUPS)[number];

/** Rows of one page of the list (SY-4). */
export const PAGE_SIZE = 8;

/** The groups in which staff have something to do before the release. */
export const OPEN_GROUPS: readonly Group[] = ['to_confirm', 'to_check', 'to_decide'];

/** The group of an application; null for drafts, which staff do not see. */
export function groupOf(state: string, prepared: string | null): Group | null {
  if (state === 'draft') return null;
  if (state === 'awaiting_confirmation') return 'to_confirm';
  if (state === 'withdrawn' || state === 'formally_rejected' || isDecision(state)) return state;
  if (can(state, 'accept_formally') || can(state, 'supplement')) return 'to_check';
  if (!isCounted(state)) return null;
  return isDecision(prepared) ? prepared : 'to_decide';
}

/** Sums rows of "state, prepared decision, how many" into groups. */
export function countGroups(
  rows: readonly { readonly state: string; readonly prepared: string | null; readonly count: number }[],
): Readonly<Record<Group, number>> {
  const counts: Record<Group, number> = {
    to_confirm: 0,
    to_check: 0,
    to_decide: 0,
    admitted: 0,
    reserve: 0,
    refused: 0,
    formally_rejected: 0,
    withdrawn: 0,
  };
  for (const row of rows) {
    const group = groupOf(row.state, row.prepared);
    if (group) counts[group] += row.count;
  }
  return counts;
}
