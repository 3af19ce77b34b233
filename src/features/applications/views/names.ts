import { typedShort } from '../../../platform/slack/blocks.ts';

const SHOWN = 150;

/** A name that people gave, as typed and short enough for a line. */
export const shortName = (name: string): string => typedShort(name, SHOWN);
