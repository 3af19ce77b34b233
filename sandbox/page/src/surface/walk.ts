import type {
  ActionsBlockElement,
  AnyBlock,
  ContextActionsBlock,
  InputBlock,
  KnownBlock,
  SectionBlock,
} from '@slack/types';
import { placedElements } from '../../../blockkit/walk.ts';

/** Anything in a block that one may press, choose in or type in. */
export type Interactive =
  | ActionsBlockElement
  | ContextActionsBlock['elements'][number]
  | InputBlock['element']
  | NonNullable<SectionBlock['accessory']>;

type Found = { readonly blockId: string; readonly actionId: string; readonly element: Interactive };

/** Slack's union also holds "any other block", which hides the known ones from the compiler. */
export const known = (block: AnyBlock): KnownBlock => block as KnownBlock;

/** The workspace gives every block and element an id; images alone have none. */
export const idOf = (block: AnyBlock): string => block.block_id ?? block.type;
export const actionIdOf = (element: Interactive): string =>
  'action_id' in element ? (element.action_id ?? element.type) : element.type;

/** Every interactive element of a surface, in reading order; the server finds them in the same way. */
export const interactives = (blocks: readonly AnyBlock[]): readonly Found[] =>
  placedElements(blocks as unknown as Parameters<typeof placedElements>[0]).map(({ block, element }) => ({
    blockId: block.block_id,
    actionId: element.action_id,
    element: element as unknown as Interactive,
  }));
