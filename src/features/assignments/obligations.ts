import type { LeadOffer, ObligationKind, ObligationSource } from '../../platform/feature.ts';
import { button, typedShort } from '../../platform/slack/blocks.ts';
import { isOpen, stateOf as placeState } from '../participations/public.ts';
import { definitionOf } from '../programmes/public.ts';
import { IDS, maybeCohort, PLAN } from './ids.ts';
import {
  activeAmong,
  allAssignments,
  allPlaces,
  assignmentsAmong,
  hasMentor,
  namesOfPlaces,
  placesAmong,
  placesOfAssignments,
  placesOfHandOvers,
} from './queries/index.ts';
import { MATTERS, owedByExpert, owedForPlace } from './rules/index.ts';
import { planTexts } from './texts/plan.ts';
import { texts } from './texts.ts';

const NAME_SHOWN = 150;
const name = (text: string): string => typedShort(text, NAME_SHOWN);
const same = async <T>(_tx: unknown, ids: T): Promise<T> => ids;

/** Who is asked to lead an organisation owes an answer. */
export const assignmentSource: ObligationSource = {
  name: 'assignment',
  touchedBy: { assignment: same },
  everything: allAssignments,
  owed: async (_deps, db, ids) => {
    const rows = await assignmentsAmong(db, ids);
    return new Map(
      rows.map((row) => {
        const { cohort, cohortId } = row.participation;
        const answerDays = definitionOf(cohort).settings.expertAnswerDays;
        return [row.id, owedByExpert({ ...row, cohortId, answerDays })];
      }),
    );
  },
};

/** An organisation whom nobody leads is a matter of its cohort's staff. */
export const placeSource: ObligationSource = {
  name: 'place-expert',
  touchedBy: { participation: same, assignment: placesOfAssignments, hand_over: placesOfHandOvers },
  everything: allPlaces,
  owed: async (_deps, db, ids) => {
    const rows = await placesAmong(db, ids);
    return new Map(
      rows.map((row) => [
        row.id,
        owedForPlace({
          participationId: row.id,
          cohortId: row.cohortId,
          open: isOpen(placeState(row.state)),
          wantsExpert: hasMentor(row),
          assignments: row.assignments.map(({ state }) => state),
          passesOn: row.handOvers.length > 0,
        }),
      ]),
    );
  },
};

/** The active expert of each place. */
export const leadOffer: LeadOffer = async (db, participationIds) =>
  new Map((await activeAmong(db, participationIds)).map((row) => [row.participationId, row.expertId]));

type Row = Parameters<ObligationKind['words']>[1][number];

const places = async (deps: Parameters<ObligationKind['words']>[0], rows: readonly Row[]) => {
  const ids = rows.flatMap((row) => row.participationId ?? []);
  const found = new Map((await namesOfPlaces(deps.db, ids)).map((place) => [place.id, place]));
  return rows.flatMap((row) => {
    const place = found.get(row.participationId ?? '');
    return place ? [{ row, place }] : [];
  });
};

export const answerKind: ObligationKind = {
  kind: MATTERS.answer,
  words: async (deps, rows, locale) => {
    const { matters, proposal } = texts(locale);
    return new Map(
      (await places(deps, rows)).map(({ row, place }) => {
        const value = row.key.slice(MATTERS.answer.length + 1);
        const what = matters.answer(name(place.organisation.name), name(place.organisation.town));
        const buttons = [
          button(IDS.accept, proposal.accept, { value, style: 'primary' }),
          button(IDS.decline, proposal.decline, { value }),
        ];
        return [row.id, { what, why: matters.answerWhy(name(place.cohort.name)), buttons }];
      }),
    );
  },
};

export const findKind: ObligationKind = {
  kind: MATTERS.find,
  words: async (deps, rows, locale) => {
    const { matters, staff } = texts(locale);
    return new Map(
      (await places(deps, rows)).map(({ row, place }) => {
        const buttons = [button(IDS.assign, staff.assign, { value: place.id })];
        return [row.id, { what: matters.find(name(place.organisation.name)), why: name(place.cohort.name), buttons }];
      }),
    );
  },
  together: async (deps, rows, locale) => {
    const { matters, staff } = texts(locale);
    const [first] = await places(deps, rows.slice(0, 1));
    const value = maybeCohort.encode({ cohortId: rows[0]?.cohortId ?? null });
    const why = name(first?.place.cohort.name ?? '');
    const ids = rows.flatMap((row) => row.participationId ?? []);
    const led = new Set((await activeAmong(deps.db, ids)).map((one) => one.participationId));
    // A plan is made for those whom nobody leads; whoever is handed over by their expert is not among them.
    const plan = ids.some((id) => !led.has(id)) ? [button(PLAN.open, planTexts(locale).open, { value })] : [];
    return { what: matters.findMany(rows.length), why, buttons: [button(IDS.pick, staff.assign, { value }), ...plan] };
  },
};
