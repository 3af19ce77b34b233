import { clip } from '../../../core/text.ts';
import { clipMarked, typed } from '../../../platform/slack/blocks.ts';

const SHOWN = 150;
/** Escaped signs are longer than they look; a dozen names must fit into one message all the same. */
const MARKED = 240;

/** A name that people gave, as typed and short enough for a line. */
export const shortName = (name: string): string => clipMarked(typed(clip(name, SHOWN)), MARKED);
