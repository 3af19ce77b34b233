import type { Locale } from '../../../../core/locale.ts';
import { matches } from '../../../../core/search.ts';
import { clip } from '../../../../core/text.ts';
import { defineAction, defineView, type Handling, type OptionsHandler } from '../../../../platform/slack/handlers.ts';
import { ephemeral, type Reply, say, updateModal } from '../../../../platform/slack/reply.ts';
import { expertProfile } from '../../../experts/public.ts';
import { findPeople } from '../../../people/public.ts';
import { changeMetadata, needsMetadata, PLAN, planPair, planPairMetadata, planPin, planPlace } from '../../ids.ts';
import { changeForm, needsForm, pairForm } from '../../input.ts';
import { cohortForPlan, keepNeeds, keepPair, pinPair, planNow } from '../../operations/plan/index.ts';
import { hasMentor, knownOf, type Place, pairKey, placeById } from '../../queries/index.ts';
import type { Wish } from '../../rules/index.ts';
import { judge, roomOf } from '../../rules/plan/index.ts';
import { roomPoints } from '../../rules/score.ts';
import { planTexts } from '../../texts/plan.ts';
import { changeModal, needsModal, pairModal } from '../../views/plan/index.ts';
import { forStaff, planOfCohort, showing, whyOf } from './show.ts';
import { solvingAgain } from './solve.ts';

const OPTIONS = 100;
const OPTION_TEXT = 75;

const errorWords = (reason: string, locale: Locale): string => planTexts(locale).errors[reason] ?? reason;

/** Pins the pair that stands, or frees it: nothing has to be solved again for that. */
export const planPinAction = defineAction(PLAN.pin, planPin, (handling, { cohortId, planId, version, ...pair }) =>
  forStaff(handling, cohortId, async (cohort) => {
    const { deps, actor, now } = handling;
    const outcome = await pinPair(deps, actor, now, { cohortId, seen: { planId, version }, ...pair });
    const note = outcome.ok ? null : planTexts(actor.locale).refusals[outcome.reason];
    return showing(whyOf(handling, cohort, pair.participationId, note));
  }),
);

/** The place of a plan, for staff; others learn nothing of it. */
const withPlace = (
  handling: Handling,
  at: { readonly cohortId: string; readonly participationId: string },
  act: (place: Place) => Promise<Reply>,
): Promise<Reply> =>
  forStaff(handling, at.cohortId, async () => {
    const place = await placeById(handling.deps.db, at.participationId);
    const isHere = place && place.cohortId === at.cohortId && hasMentor(place);
    return isHere ? act(place) : ephemeral(say(planTexts(handling.actor.locale).refusals.not_allowed));
  });

export const planChangeAction = defineAction(PLAN.change, planPin, (handling, { expertId: _, ...at }) =>
  withPlace(handling, at, async (place) =>
    updateModal(changeModal(at, place.organisation.name, handling.actor.locale)),
  ),
);

export const planChangeView = defineView({
  id: PLAN.change,
  metadata: changeMetadata,
  form: () => changeForm,
  error: errorWords,
  run: (handling, input, { cohortId, planId, version, participationId }) =>
    forStaff(handling, cohortId, async (cohort) => {
      const { deps, actor, now } = handling;
      const seen = { planId, version };
      const pin = { cohortId, seen, participationId, expertId: input[PLAN.expert] };
      const outcome = await pinPair(deps, actor, now, pin);
      if (outcome.ok) return solvingAgain(handling, cohortId, outcome.value);
      return showing(planOfCohort(handling, cohort, { note: planTexts(actor.locale).refusals[outcome.reason] }));
    }),
});

/** Experts whom the rules allow for the organisation, the best first; those without room say so. */
export const planExpertOptions: OptionsHandler = {
  id: PLAN.expert,
  run: async ({ deps, actor }, query, data) => {
    const at = changeMetadata.safeParse(data).data;
    const allowed = at ? await cohortForPlan(deps.db, actor, at.cohortId) : null;
    const now = allowed?.ok ? await planNow(deps.db, allowed.value, deps.clock.now()) : null;
    if (!at || !now) return [];
    const { problem } = now.facts;
    const { pairs, experts } = judge({
      organisations: problem.organisations.filter((one) => one.id === at.participationId),
      experts: problem.experts,
      facts: problem.facts.filter((one) => one.organisationId === at.participationId && !one.isPinned),
    });
    const words = planTexts(actor.locale).change;
    const found = pairs.flat().flatMap(({ expert: index, fit }) => {
      const expert = experts[index];
      if (!expert || !matches(query, expert.name)) return [];
      const { expertId, name, load, maxLoad } = expert;
      const score = fit + roomPoints(maxLoad, load);
      const description = roomOf(expert) > 0 ? words.points(score) : words.full(score, load, maxLoad);
      return [
        {
          score,
          choice: { value: expertId, text: clip(name, OPTION_TEXT), description: clip(description, OPTION_TEXT) },
        },
      ];
    });
    return found
      .sort((a, b) => b.score - a.score)
      .slice(0, OPTIONS)
      .map((one) => one.choice);
  },
};

/** What came of a form about what staff know. */
function savedWords(outcome: Awaited<ReturnType<typeof keepPair>>, locale: Locale): string {
  const { pair, refusals } = planTexts(locale);
  if (outcome.ok) return pair.saved;
  return outcome.reason === 'changed_meanwhile' ? pair.changed : refusals[outcome.reason];
}

const iso = (moment: Date | undefined): string | null => moment?.toISOString() ?? null;

export const planPairAction = defineAction(PLAN.pair, planPair, (handling, at) =>
  withPlace(handling, at, async (place) => {
    const { deps, actor } = handling;
    const expert = await expertProfile(deps.db, at.expertId);
    if (!expert) return ephemeral(say(planTexts(actor.locale).refusals.not_expert));
    const known = await knownOf(deps.db, [place], place.cohort.programmeKey);
    const key = pairKey(place.id, at.expertId);
    const note = known.notes.get(key);
    const review = expert.reviews.find((one) => one.organisationId === place.organisationId);
    const tie = expert.ties.find((one) => one.organisationId === place.organisationId);
    const [by] = review ? await findPeople(deps.db, [review.reviewedBy]) : [];
    const wish = (stored?: string | null): Wish | null => (stored === 'for' || stored === 'against' ? stored : null);
    const shown = {
      ...{ ...at, expert: expert.name, organisation: place.organisation.name },
      declared: tie?.category ?? null,
      review: review
        ? { finding: review.finding, note: review.note, by: by?.name ?? '?', at: review.reviewedAt }
        : null,
      ...{ organisationWish: wish(note?.organisationWish), expertWish: wish(note?.expertWish) },
      hasDeclined: known.declined.has(key),
      seen: { tieId: tie?.id ?? null, reviewedAt: iso(review?.reviewedAt), keptAt: iso(note?.keptAt) },
    };
    return updateModal(pairModal(shown, actor.locale));
  }),
);

export const planPairView = defineView({
  id: PLAN.pair,
  metadata: planPairMetadata,
  form: () => pairForm,
  error: errorWords,
  run: (handling, input, at) =>
    forStaff(handling, at.cohortId, async (cohort) => {
      const { deps, actor, now } = handling;
      const { participationId, expertId, seen } = at;
      const finding = input.tie === 'unknown' ? null : input.tie;
      const outcome = await keepPair(deps, actor, now, {
        ...{ participationId, expertId, finding, category: input.category ?? 'other', note: input.note },
        ...{ organisationWish: input.organisation_wish, expertWish: input.expert_wish },
        ...{ mayAskAgain: (input.again ?? []).length > 0, seen },
      });
      return showing(whyOf(handling, cohort, participationId, savedWords(outcome, actor.locale)));
    }),
});

export const planNeedsAction = defineAction(PLAN.needs, planPlace, (handling, at) =>
  withPlace(handling, at, async (place) => {
    const kept = await handling.deps.db.placeNeeds.findUnique({ where: { participationId: place.id } });
    const { name: organisation, voivodeship } = place.organisation;
    const conditions = (['region', 'language'] as const).filter((one) => kept?.conditions.includes(one));
    const known = { ...at, organisation, voivodeship, language: kept?.language ?? null, conditions };
    return updateModal(needsModal({ ...known, keptAt: iso(kept?.keptAt) }, handling.actor.locale));
  }),
);

export const planNeedsView = defineView({
  id: PLAN.needs,
  metadata: needsMetadata,
  form: () => needsForm,
  error: errorWords,
  run: (handling, { language, conditions }, { cohortId, participationId, keptAt }) =>
    forStaff(handling, cohortId, async (cohort) => {
      const { deps, actor, now } = handling;
      const outcome = await keepNeeds(deps, actor, now, { participationId, language, conditions, keptAt });
      return showing(whyOf(handling, cohort, participationId, savedWords(outcome, actor.locale)));
    }),
});
