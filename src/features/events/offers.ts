import { type Actor, isExpert, isStaff } from '../../core/actor.ts';
import type { Deps } from '../../platform/deps.ts';
import type { CardOffer, HomeOffer } from '../../platform/feature.ts';
import { staffedCohorts } from '../participations/public.ts';
import { listCohorts } from '../programmes/public.ts';
import {
  invitationById,
  invitationsOfOrganisations,
  invitationsOfPlaces,
  invitedOf,
  openEvents,
  ownOf,
  shownEvent,
} from './queries/index.ts';
import { isOpen, stateOf } from './rules/index.ts';
import { cardBlocks, homeBlocks, invitedButtons, type OwnRow } from './views/index.ts';

/** Below the dates of the organisation. */
const ORDER = 7;
const ROWS_SHOWN = 4;
const COHORTS_SHOWN = 5;

/** The events an organisation is asked to, on its card. */
export const eventsPart: CardOffer = async (deps, participationId, locale) => {
  const rows = await Promise.all(
    (await invitationsOfPlaces(deps.db, [participationId])).map((id) => invitationById(deps.db, id)),
  );
  const open = rows.flatMap((row) => (row && isOpen(stateOf(row.event.state)) ? [row] : []));
  if (open.length === 0) return null;
  const sorted = open.sort((a, b) => a.event.startsAt.getTime() - b.event.startsAt.getTime());
  const now = deps.clock.now();
  const lines = await Promise.all(
    sorted.map(async (row) => ({
      shown: await shownEvent(deps.db, row.event, now, locale),
      going: row.registrations.filter(({ state }) => state === 'going').map(({ person }) => person.name),
    })),
  );
  return { order: ORDER, blocks: cardBlocks(lines, locale) };
};

/** What comes for the reader, and the way to the lists of the cohorts one is staff of. */
export const homeOffer: HomeOffer = async (deps, actor, now) => {
  const mine = isExpert(actor) || actor.organisationIds.length > 0 ? await ownRows(deps, actor, now) : [];
  const open = await openEvents(deps.db, null);
  const staffed = isStaff(actor) ? staffedCohorts(actor) : [];
  const known = isStaff(actor) ? await listCohorts(deps.db) : [];
  const cohorts = known
    .filter(({ id }) => staffed === null || staffed.includes(id))
    .slice(0, COHORTS_SHOWN)
    .map(({ id, name }) => ({ id, name, open: open.filter(({ cohortId }) => cohortId === id).length }))
    .filter((one) => one.open > 0);
  if (mine.length + cohorts.length === 0) return null;
  return homeBlocks({ cohorts, rows: mine.slice(0, ROWS_SHOWN), hasMore: mine.length > ROWS_SHOWN }, actor.locale);
};

/** Events that are not over and concern somebody, with how they stand: of their organisations, or open to them. */
export async function ownRows(deps: Deps, actor: Actor, now: Date): Promise<readonly OwnRow[]> {
  const { db } = deps;
  const { locale, personId, organisationIds } = actor;
  const rows: OwnRow[] = [];
  for (const event of await openEvents(db, null)) {
    const shown = await shownEvent(db, event, now, locale);
    const [invitation] = await invitationsOfOrganisations(db, event.id, organisationIds);
    const mine = await db.registration.findUnique({
      where: { eventId_personId: { eventId: event.id, personId } },
      include: { attendances: true },
    });
    const own = mine && ownOf(mine);
    if (invitation) {
      const row = await invitationById(db, invitation.id);
      rows.push({ shown, own, buttons: row ? invitedButtons(shown, invitedOf(row), locale) : [] });
    } else if (own || isExpert(actor, event.cohortId) || isStaff(actor, event.cohortId) || event.kind === 'information')
      rows.push({ shown, own, buttons: [] });
  }
  return rows;
}
