import { type Outcome, ok, refuse } from '../../../core/outcome.ts';
import { type ApplicationAct, type ApplicationState, can, next } from './machine.ts';

/** An answer to one item of the checklist (CO-3). */
export type Mark = 'yes' | 'no' | 'not_applicable';
export const MARKS: readonly Mark[] = ['yes', 'no', 'not_applicable'];

export type MarkedItem = { readonly key: string; readonly mark: Mark; readonly note: string };
export type FormalResult = 'accepted' | 'rejected';

/** Computed, never typed: one "no" rejects (CO-3). */
export const formalResult = (items: readonly MarkedItem[]): FormalResult =>
  items.some((item) => item.mark === 'no') ? 'rejected' : 'accepted';

export const failedItems = (items: readonly MarkedItem[]): readonly MarkedItem[] =>
  items.filter((item) => item.mark === 'no');

/** Every item of the checklist, in its order, with its mark; refused while one is missing. */
export function completeItems(
  keys: readonly string[],
  marked: readonly MarkedItem[],
): Outcome<readonly MarkedItem[], 'item_missing'> {
  const found = new Map(marked.map((item) => [item.key, item]));
  const items = keys.flatMap((key) => found.get(key) ?? []);
  return items.length === keys.length ? ok(items) : refuse('item_missing');
}

export const canCheckFormally = (state: string): boolean =>
  can(state, 'accept_formally') || can(state, 'reopen_formal');

/** The state after a formal check; a second check reopens the first by itself. Null when it is not possible. */
export function afterFormal(state: string, result: FormalResult): ApplicationState | null {
  const act: ApplicationAct = result === 'accepted' ? 'accept_formally' : 'reject_formally';
  const open = can(state, 'accept_formally') ? state : next(state, 'reopen_formal');
  return open === null ? null : next(open, act);
}
