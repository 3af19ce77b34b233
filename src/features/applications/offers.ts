import { isStaff } from '../../core/actor.ts';
import type { CardOffer, CohortCardOffer, HomeOffer } from '../../platform/feature.ts';
import { button, header, section } from '../../platform/slack/blocks.ts';
import { participationById } from '../participations/public.ts';
import { callPhase, cohortById, listCohorts } from '../programmes/public.ts';
import { IDS } from './ids/entry.ts';
import { findMine } from './queries/entry.ts';
import { takesEntries } from './rules/entry.ts';
import { intakeTexts } from './texts/entry.ts';
import { mineBlocks } from './views/mine.ts';

/** The primary button of the announcement while a call is open. */
export const applyOffer: CohortCardOffer = async (deps, cohortId, locale) => {
  const cohort = await cohortById(deps.db, cohortId);
  const open = cohort?.calls.find((call) => callPhase(call, deps.clock.now()) === 'open');
  if (!open) return null;
  const apply = button(IDS.apply, intakeTexts(locale).card.apply, { value: open.id, style: 'primary' });
  return { order: 10, buttons: [apply] };
};

/** The copy of the application, for the organisation's card. */
export const ourApplicationOffer: CardOffer = async (deps, participationId, locale) => {
  const place = await participationById(deps.db, participationId);
  if (!place?.applicationId) return null;
  return { order: 40, buttons: [button(IDS.answers, intakeTexts(locale).card.ours, { value: place.applicationId })] };
};

/** For staff, while there is a call into which something may still be entered (APP-10). */
export const behalfOffer: HomeOffer = async (deps, actor, now) => {
  if (!isStaff(actor)) return null;
  const cohorts = await listCohorts(deps.db);
  const isWanted = cohorts.some(
    (cohort) => isStaff(actor, cohort.id) && cohort.calls.some((call) => takesEntries(call, now)),
  );
  if (!isWanted) return null;
  const { behalf } = intakeTexts(actor.locale);
  return [section(behalf.home, button(IDS.behalf, behalf.button))];
};

/** Drafts to finish and applications sent, on App Home. */
export const mineOffer: HomeOffer = async (deps, actor, now) => {
  const mine = (await findMine(deps.db, actor)).slice(0, 6);
  if (mine.length === 0) return null;
  return [header(intakeTexts(actor.locale).home.heading), ...mineBlocks(mine, now, actor.locale)];
};
