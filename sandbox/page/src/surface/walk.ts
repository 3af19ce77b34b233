import type { ActionsBlockElement, AnyBlock, InputBlock, KnownBlock, SectionBlock } from '@slack/types';

/** Anything in a block that one may press, choose in or type in. */
export type Interactive = ActionsBlockElement | InputBlock['element'] | NonNullable<SectionBlock['accessory']>;

export type Found = {
  readonly blockId: string;
  readonly actionId: string;
  readonly element: Interactive;
  readonly input: InputBlock | null;
};

/** Slack's union also holds "any other block", which hides the known ones from the compiler. */
export const known = (block: AnyBlock): KnownBlock => block as KnownBlock;

export const blockIdOf = (block: AnyBlock, index: number): string => block.block_id ?? `block-${index}`;
export const actionIdOf = (element: Interactive): string =>
  'action_id' in element ? (element.action_id ?? element.type) : element.type;

function elementsOf(block: KnownBlock): readonly Interactive[] {
  if (block.type === 'input') return [block.element];
  if (block.type === 'actions') return block.elements;
  return block.type === 'section' && block.accessory !== undefined ? [block.accessory] : [];
}

/** Every interactive element of a surface, in reading order. */
export function interactives(blocks: readonly AnyBlock[]): readonly Found[] {
  return blocks.flatMap((any, index) => {
    const block = known(any);
    const input = block.type === 'input' ? block : null;
    const blockId = blockIdOf(block, index);
    return elementsOf(block).map((element) => ({ blockId, actionId: actionIdOf(element), element, input }));
  });
}
