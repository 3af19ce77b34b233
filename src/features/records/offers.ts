import { isExpert } from '../../core/actor.ts';
import { closesAfter, toInstant } from '../../core/calendar/index.ts';
import { formatDay } from '../../core/dates-text.ts';
import type { BriefOffer, HomeOffer, Silence, SilenceOffer } from '../../platform/feature.ts';
import { countedOf } from './operations/index.ts';
import { hasMeetings, heldOf, lastCard, settingsOf, withoutCard } from './queries/index.ts';
import { cardContent, cardDue, monthsOf, stepLines } from './rules/index.ts';
import { texts } from './texts.ts';
import { minutesBlocks } from './views/index.ts';

/** For the expert who takes over: what was agreed last, and what was to come next. */
export const cardBrief: BriefOffer = async (_deps, db, participationId, locale) => {
  const found = await lastCard(db, participationId);
  const content = cardContent.safeParse(found?.content).data;
  if (!content) return [];
  const { brief } = texts(locale);
  const steps = stepLines(content.steps);
  return [
    brief.agreed(formatDay(content.date, locale), content.agreed),
    ...(steps === '' ? [] : [brief.steps(steps.replaceAll('\n', '; '))]),
  ];
};

/** Cards that should be written by now: a fact by which an expert is silent. */
export const overdueCards: SilenceOffer = async (_deps, db, cohortId, now) => {
  const rows = await withoutCard(db, cohortId, now);
  return rows.flatMap((row): readonly Silence[] => {
    const { participationId, expertId, tookPlace, state } = row;
    const due = cardDue(row.endsAt, settingsOf(row));
    const since = toInstant(due).instant;
    const isOwed = state === 'held' || (tookPlace?.expertSays ?? 'yes') === 'yes';
    return isOwed && closesAfter(due, 'inclusive') <= now
      ? [{ participationId, expertId, fact: 'overdue_card', since }]
      : [];
  });
};

/** An expert's minutes of the newest month, once there is a meeting to count. */
export const minutesOffer: HomeOffer = async (deps, actor) => {
  if (!isExpert(actor) || !(await hasMeetings(deps.db, actor.personId))) return null;
  const months = monthsOf((await heldOf(deps.db, { expertId: actor.personId })).map(countedOf));
  return minutesBlocks(months[0] ?? null, actor.locale);
};
