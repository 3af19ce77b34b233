import { typedShort } from '../../../platform/slack/blocks.ts';

const NAME_SHOWN = 150;

/** A name of an organisation, a cohort, a person or a kind of deadline, safe in mrkdwn and not endless. */
export const shortName = (name: string): string => typedShort(name, NAME_SHOWN);
