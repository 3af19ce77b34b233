import type { Actor } from '../../../core/actor.ts';
import type { Locale } from '../../../core/locale.ts';
import { type Outcome, ok } from '../../../core/outcome.ts';
import { inTransaction } from '../../../platform/db/transaction.ts';
import type { Deps } from '../../../platform/deps.ts';
import { record } from '../../journal/public.ts';
import { STAFF_ADDED } from '../ids.ts';
import { canBecomeStaff, canRemoveStaff, type NamingRefusal, type RemovalRefusal } from '../rules.ts';
import { grantRole } from './grants.ts';
import { knowPerson } from './knowing.ts';

export type StaffAdded = { readonly name: string; readonly already: boolean };

/** Names a Slack person as staff of the whole foundation. Refuses bots, deactivated people and people of other workspaces. */
export async function addStaff(
  deps: Deps,
  actor: Actor,
  now: Date,
  slackUserId: string,
): Promise<Outcome<StaffAdded, NamingRefusal | 'unknown_person'>> {
  const known = await knowPerson(deps, slackUserId, now);
  if (!known.ok) return known;
  const allowed = canBecomeStaff(actor, known.value);
  if (!allowed.ok) return allowed;
  const { id: personId, name } = known.value;
  const granted = await inTransaction(deps.db, async (tx) => {
    const id = await grantRole(deps, tx, actor, now, { personId, role: 'staff', cohortId: null });
    if (id) await deps.jobs.enqueue(tx, STAFF_ADDED, { personId });
    return id;
  });
  return ok({ name, already: granted === null });
}

/** Ends every staff role of a person. Refuses to leave the foundation without staff. */
export async function removeStaff(
  deps: Deps,
  actor: Actor,
  now: Date,
  personId: string,
): Promise<Outcome<{ readonly name: string }, RemovalRefusal>> {
  return inTransaction(deps.db, async (tx) => {
    // Locks the roles, so that two people removing each other cannot leave nobody.
    await tx.$queryRaw`SELECT id FROM "RoleGrant" WHERE role = 'staff' AND "endedAt" IS NULL FOR UPDATE`;
    const open = await tx.roleGrant.findMany({ where: { role: 'staff', endedAt: null }, include: { person: true } });
    // A deactivated account cannot act, so it does not count as somebody who stays.
    const held = open.filter((grant) => !grant.person.isDeactivated || grant.personId === personId);
    const everywhere = held.filter((grant) => grant.cohortId === null).map((grant) => grant.personId);
    const theirs = held.filter((grant) => grant.personId === personId);
    const allowed = canRemoveStaff(
      actor,
      theirs.some((grant) => grant.cohortId === null) ? everywhere : held.map((g) => g.personId),
      personId,
    );
    if (!allowed.ok) return allowed;
    await tx.roleGrant.updateMany({ where: { id: { in: theirs.map((grant) => grant.id) } }, data: { endedAt: now } });
    await record(deps, tx, actor, now, {
      act: 'people.end_role',
      subject: 'person',
      subjectId: personId,
      from: 'staff',
    });
    return ok({ name: theirs[0]?.person.name ?? '' });
  });
}

/** Keeps the language in which the person wants to be spoken to. */
export async function chooseLanguage(deps: Deps, actor: Actor, now: Date, locale: Locale): Promise<void> {
  await inTransaction(deps.db, async (tx) => {
    await tx.person.update({ where: { id: actor.personId }, data: { chosenLocale: locale } });
    await record(deps, tx, actor, now, {
      act: 'people.choose_language',
      subject: 'person',
      subjectId: actor.personId,
      from: actor.locale,
      to: locale,
    });
  });
}
