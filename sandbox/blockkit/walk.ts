import type { Block } from '../world/types.ts';
import { isRecord } from './check.ts';

/** An element with an `action_id`, and the block around it. */
export type Placed = {
  readonly block: Block;
  readonly element: Readonly<Record<string, unknown>> & { readonly type: string; readonly action_id: string };
};

const elementsOf = (block: Readonly<Record<string, unknown>>): readonly unknown[] => {
  if (block['type'] === 'input') return [block['element']];
  if (block['type'] === 'section') return [block['accessory']];
  return block['type'] === 'actions' && Array.isArray(block['elements']) ? block['elements'] : [];
};

/** Every interactive element, in reading order. */
export const placedElements = (blocks: readonly Block[]): readonly Placed[] =>
  blocks.flatMap((block) =>
    elementsOf(block)
      .filter((element): element is Placed['element'] => isRecord(element) && typeof element['action_id'] === 'string')
      .map((element) => ({ block, element })),
  );

/** Characters of all text a reader sees in these blocks. */
export const textLength = (value: unknown): number => {
  if (Array.isArray(value)) return value.reduce<number>((sum, item) => sum + textLength(item), 0);
  if (!isRecord(value)) return 0;
  return Object.entries(value).reduce(
    (sum, [key, item]) => sum + (key === 'text' && typeof item === 'string' ? item.length : textLength(item)),
    0,
  );
};

const withActionIds = (element: unknown, newId: () => string): unknown =>
  isRecord(element) &&
  element['type'] !== 'image' &&
  !('text' in element && (element['type'] === 'mrkdwn' || element['type'] === 'plain_text'))
    ? { action_id: newId(), ...element }
    : element;

/** Slack gives every block and element without an id a random one. */
export const withIds = (blocks: readonly Readonly<Record<string, unknown>>[], newId: () => string): readonly Block[] =>
  blocks.map((block) => {
    const filled: Record<string, unknown> = { type: String(block['type']), block_id: newId(), ...block };
    if (block['type'] === 'input') filled['element'] = withActionIds(block['element'], newId);
    if (block['type'] === 'section' && block['accessory'] !== undefined)
      filled['accessory'] = withActionIds(block['accessory'], newId);
    if (block['type'] === 'actions' && Array.isArray(block['elements']))
      filled['elements'] = block['elements'].map((one) => withActionIds(one, newId));
    return filled as Block;
  });
