import type { Actor } from '../../../core/actor.ts';
import { WARSAW } from '../../../core/calendar/index.ts';
import type { Tx } from '../../../platform/db/client.ts';
import { type Terms, USUAL_TERMS } from '../rules/index.ts';

/** The zones that the system knows; a zone of Slack's that is not among them would throw later. */
const ZONES: ReadonlySet<string> = new Set(Intl.supportedValuesOf('timeZone'));
export const isZone = (zone: string): boolean => ZONES.has(zone);

/** What an expert's terms are before anything was written: the usual ones, in the zone that Slack says the person is in. */
export const firstTerms = (actor: Actor): Terms => ({
  ...USUAL_TERMS,
  zone: isZone(actor.timeZone) ? actor.timeZone : WARSAW,
  version: 0,
});

export type TermsFacts = Omit<Terms, 'version'>;

const stored = ({ kinds, ...terms }: TermsFacts) => ({ ...terms, kinds: [...kinds] });

/**
 * Takes the version that was seen, so that of two people who change at once the second is told (R4). Version 0: nothing
 * was written yet, and the usual terms are. False: somebody was faster.
 */
export async function takeVersion(tx: Tx, expertId: string, version: number, first: TermsFacts): Promise<boolean> {
  if (version === 0) {
    const row = { ...stored(first), expertId, version: 1 };
    const made = await tx.expertTerms.createMany({ data: [row], skipDuplicates: true });
    return made.count === 1;
  }
  const taken = await tx.expertTerms.updateMany({
    where: { expertId, version },
    data: { version: { increment: 1 } },
  });
  return taken.count === 1;
}

export async function writeTerms(tx: Tx, expertId: string, terms: TermsFacts): Promise<void> {
  await tx.expertTerms.update({ where: { expertId }, data: stored(terms) });
}
