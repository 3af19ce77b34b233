import type { Locale } from '../../core/locale.ts';
import type { Obligation } from '../../platform/db/generated/client.ts';
import type { Deps } from '../../platform/deps.ts';
import type { MatterWords, ObligationKind, ObligationSource } from '../../platform/feature.ts';
import { isOpen as isPlaceOpen, stateOf as placeStateOf } from '../participations/public.ts';
import {
  allEvents,
  allInvitations,
  eventById,
  eventsAmong,
  invitationById,
  invitationsAmong,
  invitationsOfEvents,
  invitationsOfPlaces,
  invitedOf,
  ownersOfRegistrations,
  ownOf,
  registrationById,
  shownEvent,
} from './queries/index.ts';
import { MATTERS, owedByOrganisation, owedByPerson, owedByStaff, registrationStateOf, stateOf } from './rules/index.ts';
import { invitedButtons, manyWords, matterWords, ownButtons } from './views/index.ts';

type Row = Awaited<ReturnType<typeof eventsAmong>>[number];

const same = async <T>(_tx: unknown, ids: T): Promise<T> => ids;

const factsOf = ({
  id,
  cohortId,
  state,
  signUpOn,
  signUpTime,
  zone,
  signUpUntil,
  startsAt,
  endsAt,
}: Omit<Row, 'registrations'>) => ({
  ...{ id, cohortId, state: stateOf(state), signUpUntil, startsAt, endsAt, zone },
  signUp: { date: signUpOn, time: signUpTime, zone },
});

/** What staff owe after an event, and those who come for themselves. */
export const eventSource: ObligationSource = {
  name: 'event',
  touchedBy: {
    event: same,
    registration: async (tx, ids) => (await ownersOfRegistrations(tx, ids)).events,
  },
  everything: allEvents,
  owed: async (_deps, db, ids) =>
    new Map(
      (await eventsAmong(db, ids)).map((row) => {
        const event = factsOf(row);
        const own = row.registrations.flatMap(({ id, personId, state, isToConfirm }) =>
          owedByPerson(event, { id, personId, isToConfirm, state: registrationStateOf(state) }),
        );
        return [row.id, [...owedByStaff(event), ...own]];
      }),
    ),
};

/** What organisations owe: an answer, a yes to new dates, being there. */
export const invitationSource: ObligationSource = {
  name: 'invitation',
  touchedBy: {
    invitation: same,
    event: invitationsOfEvents,
    participation: invitationsOfPlaces,
    registration: async (tx, ids) => (await ownersOfRegistrations(tx, ids)).invitations,
  },
  everything: allInvitations,
  owed: async (_deps, db, ids) =>
    new Map(
      (await invitationsAmong(db, ids)).map(({ id, event, participation, state, registrations }) => [
        id,
        owedByOrganisation(factsOf(event), {
          ...{ id, participationId: participation.id, organisationId: participation.organisationId, state },
          isPlaceOpen: isPlaceOpen(placeStateOf(participation.state)),
          registrations: registrations.map((one) => ({
            isToConfirm: one.isToConfirm,
            state: registrationStateOf(one.state),
          })),
        }),
      ]),
    ),
};

type Params = { readonly eventId?: string; readonly invitationId?: string; readonly registrationId?: string };
type Matter = keyof typeof MATTERS;

async function facts(deps: Deps, { params }: Obligation, locale: Locale) {
  const { eventId = '', invitationId, registrationId } = params as Params;
  const event = await eventById(deps.db, eventId);
  if (!event) return null;
  const shown = await shownEvent(deps.db, event, deps.clock.now(), locale);
  const base = { title: event.title, startsAt: event.startsAt, eventId };
  const invitation = invitationId ? await invitationById(deps.db, invitationId) : null;
  if (invitation) {
    const invited = invitedOf(invitation);
    return { ...base, isOwn: false, names: invited.going, buttons: invitedButtons(shown, invited, locale) };
  }
  const own = registrationId ? await registrationById(deps.db, registrationId) : null;
  const buttons = own ? ownButtons(shown, ownOf(own), locale) : [];
  return { ...base, isOwn: own !== null, names: [], buttons };
}

function kindOf(matter: Matter): ObligationKind {
  return {
    kind: MATTERS[matter],
    words: async (deps, rows, locale) => {
      const all = new Map<string, MatterWords>();
      for (const row of rows) {
        const of = await facts(deps, row, locale);
        if (of) all.set(row.id, matterWords({ ...of, matter }, locale));
      }
      return all;
    },
    together: async (_deps, rows, locale) => manyWords(matter, rows.length, rows[0]?.cohortId ?? '', locale),
  };
}

export const matterKinds: readonly ObligationKind[] = (['signUp', 'attend', 'confirm', 'close'] as const).map(kindOf);
