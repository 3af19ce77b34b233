import type { Actor, HeldRole } from '../../../core/actor.ts';
import { type Outcome, ok, refuse } from '../../../core/outcome.ts';
import type { Tx } from '../../../platform/db/client.ts';
import { isUniqueViolation } from '../../../platform/db/errors.ts';
import { inTransaction } from '../../../platform/db/transaction.ts';
import type { Deps } from '../../../platform/deps.ts';
import { isFailure } from '../../../platform/slack/failure.ts';
import type { SlackPerson } from '../../../platform/slack/gateway.ts';
import { findBySlack, findKnown, type KnownPerson } from '../queries.ts';
import { localeOfPerson } from '../rules.ts';
import { grantRole } from './grants.ts';

/** A day: after it Slack is asked again who the person is now. */
const STALE_AFTER_MS = 24 * 60 * 60 * 1000;

const rolesOf = ({ roles }: KnownPerson, isOver: boolean): readonly HeldRole[] =>
  roles.flatMap((grant): HeldRole[] => {
    const { role, cohortId } = grant;
    return grant.isOver === isOver && (role === 'staff' || role === 'expert') ? [{ role, cohortId }] : [];
  });

function asActor(deps: Deps, person: KnownPerson): Actor {
  return {
    personId: person.id,
    slackUserId: person.slackUserId ?? '',
    slackTeamId: person.slackTeamId ?? '',
    name: person.name,
    locale: localeOfPerson(person),
    timeZone: person.timeZone ?? 'Europe/Warsaw',
    isGuest: person.isGuest,
    isForeign: person.slackTeamId !== deps.home.teamId,
    roles: rolesOf(person, false),
    formerRoles: rolesOf(person, true),
    organisationIds: person.representing.map((held) => held.organisationId),
  };
}

/** Writes what Slack says of a person. The first time an admin of our workspace is met, they become staff. */
async function keep(deps: Deps, slack: SlackPerson, now: Date): Promise<KnownPerson> {
  const facts = {
    name: slack.name,
    slackLocale: slack.locale,
    timeZone: slack.timeZone,
    isAdmin: slack.isAdmin,
    isGuest: slack.isGuest,
    isBot: slack.isBot,
    isDeactivated: slack.isDeactivated,
    checkedAt: now,
  };
  const where = { slackTeamId_slackUserId: { slackTeamId: slack.teamId, slackUserId: slack.userId } };
  return inTransaction(deps.db, async (tx) => {
    const create = {
      ...facts,
      id: deps.ids.next(),
      slackTeamId: slack.teamId,
      slackUserId: slack.userId,
      createdAt: now,
    };
    const person = await tx.person.upsert({ where, create, update: facts });
    const isOurAdmin = slack.isAdmin && !slack.isBot && !slack.isDeactivated && slack.teamId === deps.home.teamId;
    const everStaff = isOurAdmin
      ? await tx.roleGrant.findFirst({ where: { personId: person.id, role: 'staff' } })
      : null;
    if (isOurAdmin && !everStaff)
      await grantRole(deps, tx, 'bot', now, { personId: person.id, role: 'staff', cohortId: null });
    const kept = await findBySlack(tx, slack.teamId, slack.userId);
    if (!kept) throw new Error('A person just written is not found');
    return kept;
  });
}

/** Two first contacts at the same moment both create the person; the second finds the first's. */
async function keepOnce(deps: Deps, slack: SlackPerson, now: Date): Promise<KnownPerson> {
  try {
    return await keep(deps, slack, now);
  } catch (error) {
    if (!isUniqueViolation(error)) throw error;
    return keep(deps, slack, now);
  }
}

export type Known = KnownPerson & { readonly isForeign: boolean };

/** A Slack person named by somebody else (in a select or a mention), as Slack describes them now. */
export async function knowPerson(
  deps: Deps,
  slackUserId: string,
  now: Date,
): Promise<Outcome<Known, 'unknown_person'>> {
  try {
    const slack = await deps.slack.person(slackUserId);
    const person = await keepOnce(deps, slack, now);
    return ok({ ...person, isForeign: slack.teamId !== deps.home.teamId });
  } catch (error) {
    if (isFailure(error, 'user_not_found', 'user_not_visible')) return refuse('unknown_person');
    throw error;
  }
}

/** Who a Slack person is for us. People of unknown workspaces are refused; members of ours are met and written down. */
export async function identify(
  deps: Deps,
  who: { readonly userId: string; readonly teamId: string },
  now: Date,
): Promise<Actor | 'unknown' | 'deactivated'> {
  let person = await findBySlack(deps.db, who.teamId, who.userId);
  if (!person) {
    if (who.teamId !== deps.home.teamId) return 'unknown';
    const slack = await deps.slack.person(who.userId);
    if (slack.teamId !== deps.home.teamId) return 'unknown';
    person = await keepOnce(deps, slack, now);
  } else if (!person.checkedAt || now.getTime() - person.checkedAt.getTime() > STALE_AFTER_MS) {
    // Asked in the background: what is known serves this click; `user_change` brings urgent news.
    void deps.slack
      .person(who.userId)
      .then((slack) => keepOnce(deps, slack, now))
      .catch((error: unknown) => deps.log.warn({ userId: who.userId, err: error }, 'person not refreshed'));
  }
  return person.isDeactivated || person.isBot ? 'deactivated' : asActor(deps, person);
}

/** Who a person is for us now, when something is done in their name later; null when they cannot act any more. */
export async function actorById(deps: Deps, tx: Tx, personId: string): Promise<Actor | null> {
  const person = await findKnown(tx, personId);
  return !person || person.isDeactivated || person.isBot ? null : asActor(deps, person);
}

/** Slack says that a person changed: name, language, deactivation. People we have not met are left alone. */
export async function refreshPerson(deps: Deps, teamId: string, userId: string, now: Date): Promise<void> {
  if (!(await findBySlack(deps.db, teamId, userId))) return;
  await keepOnce(deps, await deps.slack.person(userId), now);
}
