import type { Loose } from '../contract/rule-types.ts';
import type { Block } from '../world/types.ts';
import { isRecord, listed } from './values.ts';

/** An element with an `action_id`, and the block around it. */
export type Placed = {
  readonly block: Block;
  readonly element: Loose & { readonly type: string; readonly action_id: string };
};

/** Which fields of a block hold elements, and which hold blocks. */
const ELEMENT_FIELDS: Readonly<Record<string, string>> = {
  input: 'element',
  section: 'accessory',
  actions: 'elements',
  context_actions: 'elements',
  card: 'actions',
};
const CHILD_FIELDS: Readonly<Record<string, string>> = { container: 'child_blocks', carousel: 'elements' };

/** The elements people can press or fill, directly in this block. */
export const elementsOf = (block: Loose): readonly Loose[] => {
  const held = block[ELEMENT_FIELDS[String(block['type'])] ?? ''];
  return (Array.isArray(held) ? held : [held]).filter(isRecord).filter((one) => one['type'] !== 'image');
};

/** These blocks, each followed by the blocks in it. */
export const withChildren = <B extends Loose>(blocks: readonly B[]): readonly B[] =>
  blocks.flatMap((block) => [
    block,
    ...withChildren(
      listed(block[CHILD_FIELDS[String(block['type'])] ?? '']).filter(isRecord) as unknown as readonly B[],
    ),
  ]);

/** Every interactive element, in reading order. */
export const placedElements = (blocks: readonly Block[]): readonly Placed[] =>
  withChildren(blocks).flatMap((block) =>
    elementsOf(block)
      .filter((element): element is Placed['element'] => typeof element['action_id'] === 'string')
      .map((element) => ({ block, element })),
  );

/** Slack gives every block and element without an id a random one. */
export const withIds = (blocks: readonly Loose[], newId: () => string): readonly Block[] =>
  blocks.map((block) => {
    const type = String(block['type']);
    const filled: Record<string, unknown> = { type, block_id: newId(), ...block };
    const [elements, children] = [ELEMENT_FIELDS[type] ?? '', CHILD_FIELDS[type] ?? ''];
    const named = (one: unknown) => (isRecord(one) && one['type'] !== 'image' ? { action_id: newId(), ...one } : one);
    const held = block[elements];
    if (held !== undefined) filled[elements] = Array.isArray(held) ? held.map(named) : named(held);
    if (children !== '') filled[children] = withIds(listed(block[children]).filter(isRecord), newId);
    return filled as Block;
  });
