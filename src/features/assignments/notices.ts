import { z } from 'zod';
import type { Deps } from '../../platform/deps.ts';
import { defineNotice } from '../../platform/feature.ts';
import { expertFields, expertProfile } from '../experts/public.ts';
import { findPeople } from '../people/public.ts';
import { cohortById, definitionOf } from '../programmes/public.ts';
import { NOTICES } from './ids.ts';
import type { PairRefusal } from './operations/plan/index.ts';
import {
  type AssignmentRow,
  assignmentById,
  handOverTo,
  namesOfPlaces,
  placeById,
  placesWithoutExpert,
  standbyFor,
  waitingAmong,
} from './queries/index.ts';
import { type AssignmentState, DECLINE_CATEGORIES, stateOf, termAfter } from './rules/index.ts';
import {
  answeredMessage,
  introducedMessage,
  proposalMessage,
  waitingMessage,
  withdrawnMessage,
} from './views/index.ts';
import { planAppliedMessage } from './views/plan/index.ts';

const one = z.object({ assignmentId: z.uuid() });

/** The assignment, if it still is in a state in which the words are true. */
async function still(deps: Deps, id: string, ...states: readonly AssignmentState[]): Promise<AssignmentRow | null> {
  const row = await assignmentById(deps.db, id);
  return row && states.some((state) => state === row.state) ? row : null;
}

export const proposedNotice = defineNotice(NOTICES.proposed, one, async (deps, { assignmentId }, locale, isSaid) => {
  const row = await assignmentById(deps.db, assignmentId);
  const state = row && stateOf(row.state);
  if (!row || !state || (!isSaid && state !== 'proposed')) return null;
  const { organisation, cohort, subject } = row.participation;
  const until = termAfter(row.proposedAt, definitionOf(cohort).settings.expertAnswerDays);
  const { name, town } = organisation;
  const offered = { assignmentId, state, organisation: name, town, subject, cohort: cohort.name, until };
  return proposalMessage(offered, locale);
});

export const withdrawnNotice = defineNotice(NOTICES.withdrawn, one, async (deps, { assignmentId }, locale) => {
  const row = await still(deps, assignmentId, 'withdrawn');
  return row ? withdrawnMessage(row.participation.organisation.name, locale) : null;
});

/** Who led the organisation until this very yes; null: nobody did, and it was told so already. */
async function handedOverWith(deps: Deps, assignmentId: string): Promise<string | null> {
  const row = await handOverTo(deps.db, assignmentId);
  if (!row || row.wasVacant) return null;
  return (await findPeople(deps.db, [row.formerId]))[0]?.name ?? null;
}

export const acceptedNotice = defineNotice(NOTICES.accepted, one, async (deps, { assignmentId }, locale) => {
  const row = await still(deps, assignmentId, 'active');
  const profile = row ? await expertProfile(deps.db, row.expertId) : null;
  if (!profile) return null;
  const { name, slackUserId, fields: offers, regions, about } = profile;
  const instead = await handedOverWith(deps, assignmentId);
  return introducedMessage({ name, slackUserId, offers, regions, about, instead }, await expertFields(deps), locale);
});

export const answeredNotice = defineNotice(NOTICES.answered, one, async (deps, { assignmentId }, locale) => {
  const row = await still(deps, assignmentId, 'active', 'ended', 'replaced', 'declined');
  if (!row) return null;
  const { organisation, cohort } = row.participation;
  const category = DECLINE_CATEGORIES.find((known) => known === row.declineCategory) ?? 'other';
  const declined = row.state === 'declined' ? { category, note: row.declineNote } : null;
  const place = declined ? await placeById(deps.db, row.participationId) : null;
  const standby = place ? await standbyFor(deps.db, place, deps.clock.now()) : null;
  const answered = { participationId: row.participationId, expert: row.expert.name, declined, standby };
  return answeredMessage({ ...answered, organisation: organisation.name, cohort: cohort.name }, locale);
});

export const waitingNotice = defineNotice(
  NOTICES.waiting,
  z.object({ cohortId: z.uuid() }),
  async (deps, { cohortId }, locale) => {
    const cohort = await cohortById(deps.db, cohortId);
    const waiting = waitingAmong(await placesWithoutExpert(deps.db, [cohortId])).length;
    return cohort && waiting > 0 ? waitingMessage(cohortId, cohort.name, waiting, locale) : null;
  },
);

const refusedPairs = z.array(z.object({ participationId: z.uuid(), expertId: z.uuid(), reason: z.string() }));
const applied = z.object({ cohortId: z.uuid(), by: z.string(), proposed: z.int(), refused: z.string() });

export const planAppliedNotice = defineNotice(NOTICES.planApplied, applied, async (deps, given, locale) => {
  const { cohortId, by, proposed } = given;
  const cohort = await cohortById(deps.db, cohortId);
  if (!cohort) return null;
  const pairs = refusedPairs.parse(JSON.parse(given.refused));
  const places = new Map(
    (
      await namesOfPlaces(
        deps.db,
        pairs.map((one) => one.participationId),
      )
    ).map((one) => [one.id, one]),
  );
  const people = new Map(
    (
      await findPeople(
        deps.db,
        pairs.map((one) => one.expertId),
      )
    ).map((one) => [one.id, one.name]),
  );
  const refused = pairs.map(({ participationId, expertId, reason }) => ({
    organisation: places.get(participationId)?.organisation.name ?? '?',
    expert: people.get(expertId) ?? '?',
    reason: reason as PairRefusal,
  }));
  return planAppliedMessage({ cohortId, cohort: cohort.name, by, proposed, refused }, locale);
});
