import type { Role } from '../../../core/actor.ts';
import type { Tx } from '../../../platform/db/client.ts';
import type { Deps } from '../../../platform/deps.ts';
import { type Doer, record } from '../../journal/public.ts';

type Grant = { readonly personId: string; readonly role: Role; readonly cohortId: string | null };

/**
 * Gives a role, in the transaction of the act that names the person. Null when it is held already.
 * @param doer who gives it, or the bot
 */
export async function grantRole(deps: Deps, tx: Tx, doer: Doer, at: Date, grant: Grant): Promise<string | null> {
  const held = await tx.roleGrant.findFirst({ where: { ...grant, endedAt: null } });
  if (held) return null;
  const id = deps.ids.next();
  const grantedBy = doer === 'bot' ? null : doer.personId;
  await tx.roleGrant.create({ data: { id, ...grant, grantedAt: at, grantedBy } });
  await record(deps, tx, doer, at, {
    act: 'people.grant_role',
    subject: 'person',
    subjectId: grant.personId,
    cohortId: grant.cohortId,
    to: grant.role,
  });
  return id;
}

/** A person outside Slack, such as the contact of an organisation that applies by mail (APP-10). Returns the id. */
export async function addOutsider(deps: Deps, tx: Tx, at: Date, name: string): Promise<string> {
  const id = deps.ids.next();
  const flags = { isAdmin: false, isGuest: false, isBot: false, isDeactivated: false };
  await tx.person.create({ data: { id, name, ...flags, createdAt: at } });
  return id;
}
