import { type Outcome, ok } from '../../../core/outcome.ts';
import type { Tx } from '../../../platform/db/client.ts';
import type { Deps } from '../../../platform/deps.ts';
import { type Doer, record } from '../../journal/public.ts';
import { mayAdd } from '../rules.ts';

export type NewRepresentative = {
  readonly organisationId: string;
  readonly personId: string;
  readonly email: string | null;
  /** The one who is written to first; there is at most one. */
  readonly isContact: boolean;
  /** The most people at once, from the programme (39). */
  readonly limit: number;
};

/** Everything about an organisation's people waits for this lock, so that two at once cannot pass the limit (invariant 7). */
const lock = (tx: Tx, organisationId: string) =>
  tx.$queryRaw`SELECT id FROM "Organisation" WHERE id = ${organisationId}::uuid FOR UPDATE`;

/**
 * Lets a person act for an organisation. Somebody who does already keeps their place (`added` false) and may become
 * the contact. Refuses `too_many_representatives` above the limit.
 */
export async function addRepresentative(
  deps: Deps,
  tx: Tx,
  doer: Doer,
  at: Date,
  fresh: NewRepresentative,
): Promise<Outcome<{ readonly id: string; readonly added: boolean }, 'too_many_representatives'>> {
  const { organisationId, personId, email, isContact, limit } = fresh;
  await lock(tx, organisationId);
  const open = await tx.representative.findMany({ where: { organisationId, endedAt: null } });
  const held = open.find((one) => one.personId === personId);
  const allowed = held ? ok(true) : mayAdd(open.length, limit);
  if (!allowed.ok) return allowed;
  if (isContact)
    await tx.representative.updateMany({ where: { organisationId, isContact: true }, data: { isContact: false } });
  if (held) {
    await tx.representative.update({
      where: { id: held.id },
      data: { isContact: isContact || held.isContact, email: email ?? held.email },
    });
    return ok({ id: held.id, added: false });
  }
  const id = deps.ids.next();
  await tx.representative.create({ data: { id, organisationId, personId, email, isContact, startedAt: at } });
  await record(deps, tx, doer, at, {
    act: 'organisations.add_representative',
    subject: 'organisation',
    subjectId: organisationId,
    to: personId,
  });
  return ok({ id, added: true });
}

/** Ends a person's acting for an organisation; the line stays as history (39). False when they did not act for it. */
export async function endRepresentative(
  deps: Deps,
  tx: Tx,
  doer: Doer,
  at: Date,
  who: { readonly organisationId: string; readonly personId: string },
): Promise<boolean> {
  await lock(tx, who.organisationId);
  const ended = await tx.representative.updateMany({ where: { ...who, endedAt: null }, data: { endedAt: at } });
  if (ended.count === 0) return false;
  await record(deps, tx, doer, at, {
    act: 'organisations.end_representative',
    subject: 'organisation',
    subjectId: who.organisationId,
    from: who.personId,
  });
  return true;
}
