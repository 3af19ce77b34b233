import { typedShort } from '../../../platform/slack/blocks.ts';

const NAME_SHOWN = 150;

/** A name, a place or an address, safe in mrkdwn and not endless. */
export const shortName = (name: string): string => typedShort(name, NAME_SHOWN);
