import type { Tx } from '../../../platform/db/client.ts';
import { inTransaction } from '../../../platform/db/transaction.ts';
import type { Deps } from '../../../platform/deps.ts';
import { record } from '../../journal/public.ts';
import { holdSurvey, reachable } from '../queries/index.ts';
import { NOTHING } from '../rules/index.ts';
import { sayTo } from './say.ts';

/** A survey about to be asked. */
export type Asking = {
  readonly cohortId: string;
  /** Key of its form. */
  readonly form: string;
  readonly isAnonymous: boolean;
  readonly about: { readonly kind: 'event' | 'consultation' | 'assignment' | 'participation'; readonly id: string };
  readonly round: number;
  /** The civil day it is about. */
  readonly on: string;
  readonly people: readonly string[];
  readonly moments: { readonly ask: Date; readonly remind: Date; readonly close: Date };
};

/** Asks these people, who stand on its roll now. */
async function ask(deps: Deps, tx: Tx, now: Date, id: string, asking: Asking): Promise<void> {
  const { cohortId, form, about, people, moments } = asking;
  const detail = { form, about: about.kind, aboutId: about.id, people: people.length };
  await record(deps, tx, 'bot', now, { act: 'surveys.ask', subject: 'survey', subjectId: id, cohortId, detail });
  const survey = { id, cohortId, aboutKind: about.kind, aboutId: about.id };
  await sayTo(deps, tx, { survey, people, among: people, at: moments.ask, what: 'ask' });
}

/** Asks those who turn out to have been there too, while it is open. */
async function askMore(deps: Deps, now: Date, surveyId: string, asking: Asking): Promise<boolean> {
  return inTransaction(deps.db, async (tx) => {
    const survey = await holdSurvey(tx, surveyId);
    if (!survey || survey.closedAt || asking.moments.ask >= survey.closesAt) return false;
    const people = asking.people.filter((one) => !survey.asked.includes(one));
    if (people.length === 0) return false;
    const asked = [...survey.asked, ...people].toSorted();
    await tx.surveyRoll.update({ where: { surveyId }, data: { asked } });
    await ask(deps, tx, now, surveyId, { ...asking, people });
    return true;
  });
}

/**
 * Asks those who were there, each once for each form, matter and round however often it is called; whoever is found to
 * have been at an event too is asked later. Gives whether anybody was asked.
 */
export async function createSurvey(deps: Deps, now: Date, asking: Asking): Promise<boolean> {
  const { cohortId, form, isAnonymous, about, round, on, moments } = asking;
  const which = { form, aboutKind: about.kind, aboutId: about.id, round };
  const found = await deps.db.survey.findFirst({ where: which, select: { id: true, closedAt: true } });
  if (found && (found.closedAt || about.kind !== 'event')) return false;
  const people = await reachable(deps.db, asking.people);
  if (people.length === 0) return false;
  if (found) return askMore(deps, now, found.id, { ...asking, people });
  return inTransaction(deps.db, async (tx) => {
    const id = deps.ids.next();
    const data = {
      id,
      cohortId,
      ...which,
      isAnonymous,
      aboutOn: on,
      askedAt: moments.ask,
      remindAt: moments.remind,
      closesAt: moments.close,
    };
    const { count } = await tx.survey.createMany({ data: [data], skipDuplicates: true });
    if (count === 0) return false;
    await tx.surveyRoll.create({ data: { surveyId: id, asked: [...people], answered: [] } });
    const { answers, counts } = NOTHING;
    if (isAnonymous) await tx.surveyTally.create({ data: { surveyId: id, answers, counts, texts: {} } });
    await ask(deps, tx, now, id, { ...asking, people });
    return true;
  });
}
