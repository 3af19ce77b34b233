import type { AnyBlock } from '@slack/types';
import type { ViewState } from './form.ts';

type Loose = Record<string, unknown>;

/** Where each kind of element keeps what was chosen, and the property that shows it again. */
const KEPT: readonly (readonly [state: string, initial: string])[] = [
  ['value', 'initial_value'],
  ['selected_date', 'initial_date'],
  ['selected_time', 'initial_time'],
  ['selected_option', 'initial_option'],
  ['selected_options', 'initial_options'],
  ['selected_user', 'initial_user'],
  ['selected_users', 'initial_users'],
  ['selected_conversation', 'initial_conversation'],
];

const isEmpty = (value: unknown): boolean =>
  value === null || value === undefined || value === '' || (Array.isArray(value) && value.length === 0);

/** The blocks of a form with what the person had filled in, so that a refusal never costs them their words. */
export function refill(blocks: readonly AnyBlock[], state: ViewState): AnyBlock[] {
  return blocks.map((block) => {
    const loose = block as unknown as Loose;
    const element = loose['element'] as Loose | undefined;
    const answer = state[String(loose['block_id'])]?.[String(element?.['action_id'])];
    if (loose['type'] !== 'input' || !element || !answer) return block;
    const kept = KEPT.filter(([from]) => !isEmpty(answer[from])).map(([from, to]) => [to, answer[from]]);
    return { ...loose, element: { ...element, ...Object.fromEntries(kept) } } as unknown as AnyBlock;
  });
}
