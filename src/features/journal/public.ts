import { type Actor, actingRole } from '../../core/actor.ts';
import type { Tx } from '../../platform/db/client.ts';
import type { Deps } from '../../platform/deps.ts';

/** One act as the journal keeps it (R1): what was done to what, from which state to which, and why. */
export type JournalLine = {
  /** `feature.verb`, such as `applications.submit`. */
  readonly act: string;
  /** The kind of thing: `application`, `participation`… */
  readonly subject: string;
  readonly subjectId: string;
  readonly cohortId?: string | null;
  readonly from?: string | null;
  readonly to?: string | null;
  readonly reason?: string | null;
  /** For whom it was done, when not for oneself (R2): an organisation's or person's name or id. */
  readonly onBehalfOf?: string | null;
  /** Further facts; no secrets and no contact data. */
  readonly detail?: Readonly<Record<string, string | number | boolean | null>>;
};

/** Who acted: a person, or the bot at a set moment. */
export type Doer = Actor | 'bot';

/** Writes one line, in the transaction of the act. `at` is the moment of the act. */
export async function record(deps: Deps, tx: Tx, doer: Doer, at: Date, line: JournalLine): Promise<void> {
  await tx.journalEntry.create({
    data: {
      id: deps.ids.next(),
      at,
      personId: doer === 'bot' ? null : doer.personId,
      role: doer === 'bot' ? 'bot' : actingRole(doer, line.cohortId ?? undefined),
      onBehalfOf: line.onBehalfOf ?? null,
      act: line.act,
      subject: line.subject,
      subjectId: line.subjectId,
      cohortId: line.cohortId ?? null,
      from: line.from ?? null,
      to: line.to ?? null,
      reason: line.reason ?? null,
      ...(line.detail ? { detail: line.detail } : {}),
    },
  });
  for (const tell of deps.offers.onRecord) tell(deps, tx, at, line);
}
