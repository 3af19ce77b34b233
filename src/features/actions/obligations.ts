import type { Locale } from '../../core/locale.ts';
import type { Obligation } from '../../platform/db/generated/client.ts';
import type { Deps } from '../../platform/deps.ts';
import type { MatterWords, ObligationKind, ObligationSource } from '../../platform/feature.ts';
import { isOpen, stateOf } from '../participations/public.ts';
import { definitionOf } from '../programmes/public.ts';
import {
  actionFacts,
  everyPlace,
  type PlaceRow,
  placesAmong,
  placesOfActions,
  placesOfAssignments,
  placesOfMoves,
  rowsOfPlaces,
} from './queries/index.ts';
import { actionSettings, actionStateOf, dateStateOf, hasActions, MATTERS, type Owing, owedFor } from './rules/index.ts';
import {
  attendMatter,
  type DateMatter,
  holdMatter,
  observerMatter,
  observerMatters,
  planMatter,
  reportMatter,
  sayMatter,
} from './views/index.ts';

function owingOf(place: PlaceRow): Owing {
  const { switches, settings } = definitionOf(place.cohort);
  const { action } = place;
  return {
    ...{ cohortId: place.cohortId, participationId: place.id, organisationId: place.organisationId },
    ...{ isOpen: isOpen(stateOf(place.state)) && hasActions(switches), isObserved: switches.observation },
    planBy: place.deadlines.find(({ kind }) => kind === 'action')?.dueAt ?? null,
    action: action && {
      ...{ id: action.id, state: actionStateOf(action.state), lastDay: action.lastDay },
      hasReport: action.report !== null,
      dates: action.dates.map((date) => ({ ...date, state: dateStateOf(date.state) })),
    },
    ...{ reminderTime: settings.reminderTime, settings: actionSettings(settings) },
  };
}

const same = async <T>(_tx: unknown, ids: T): Promise<T> => ids;

/** Who owes what for the action of an organisation's place. */
export const actionSource: ObligationSource = {
  name: 'action',
  touchedBy: {
    ...{ participation: same, action: placesOfActions },
    ...{ assignment: placesOfAssignments, deadline_move: placesOfMoves },
  },
  everything: everyPlace,
  owed: async (_deps, db, ids) =>
    new Map((await placesAmong(db, ids)).map((place) => [place.id, owedFor(owingOf(place))])),
};

type Params = { readonly participationId?: unknown; readonly dateId?: unknown };
type Say = (facts: DateMatter, locale: Locale) => MatterWords;

const placeOf = ({ params }: Obligation): string => String((params as Params).participationId);

async function rowsFor(deps: Deps, rows: readonly Obligation[]) {
  const found = await rowsOfPlaces(deps.db, [...new Set(rows.map(placeOf))]);
  return new Map(found.map((row) => [row.participationId, actionFacts(row, deps.clock.now())]));
}

const aboutDate = (kind: string, say: Say): ObligationKind => ({
  kind,
  words: async (deps, rows, locale) => {
    const found = await rowsFor(deps, rows);
    return new Map(
      rows.flatMap((row) => {
        const facts = found.get(placeOf(row));
        const date = facts?.dates.find(({ dateId }) => dateId === (row.params as Params).dateId);
        return facts && date ? [[row.id, say({ ...facts, date }, locale)] as const] : [];
      }),
    );
  },
});

const planKind: ObligationKind = {
  kind: MATTERS.plan,
  words: async (_deps, rows, locale) => new Map(rows.map((row) => [row.id, planMatter(placeOf(row), locale)])),
};

const reportKind: ObligationKind = {
  kind: MATTERS.report,
  words: async (deps, rows, locale) => {
    const found = await rowsFor(deps, rows);
    return new Map(
      rows.flatMap((row) => {
        const facts = found.get(placeOf(row));
        return facts ? [[row.id, reportMatter(facts, locale)] as const] : [];
      }),
    );
  },
};

const observerKind: ObligationKind = {
  ...aboutDate(MATTERS.observer, observerMatter),
  together: async (_deps, rows, locale) => observerMatters(rows.length, locale),
};

export const matterKinds: readonly ObligationKind[] = [
  planKind,
  reportKind,
  observerKind,
  aboutDate(MATTERS.hold, holdMatter),
  aboutDate(MATTERS.attend, (facts, locale) => attendMatter(facts, true, locale)),
  aboutDate(MATTERS.answer, (facts, locale) => attendMatter(facts, false, locale)),
  aboutDate(MATTERS.say, sayMatter),
];
