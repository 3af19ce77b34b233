import type { Tx } from '../../../platform/db/client.ts';
import { inTransaction } from '../../../platform/db/transaction.ts';
import type { Deps } from '../../../platform/deps.ts';
import { record } from '../../journal/public.ts';
import { reachable } from '../queries/index.ts';
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

async function write(deps: Deps, tx: Tx, now: Date, id: string, asking: Asking): Promise<void> {
  const { cohortId, form, isAnonymous, about, people } = asking;
  const asked = [...new Set(people)].toSorted();
  await tx.surveyRoll.create({ data: { surveyId: id, asked, answered: [] } });
  if (isAnonymous) {
    const { answers, counts } = NOTHING;
    await tx.surveyTally.create({ data: { surveyId: id, answers, counts, texts: {} } });
  }
  const detail = { form, about: about.kind, aboutId: about.id, people: asked.length };
  await record(deps, tx, 'bot', now, { act: 'surveys.ask', subject: 'survey', subjectId: id, cohortId, detail });
}

/** Asks those who were there, once for each form, matter and round however often it is called; gives whether it did. */
export async function createSurvey(deps: Deps, now: Date, asking: Asking): Promise<boolean> {
  const { cohortId, form, isAnonymous, about, round, on, moments } = asking;
  const which = { form, aboutKind: about.kind, aboutId: about.id, round };
  if (await deps.db.survey.findFirst({ where: which, select: { id: true } })) return false;
  const people = await reachable(deps.db, asking.people);
  if (people.length === 0) return false;
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
    await write(deps, tx, now, id, { ...asking, people });
    await sayTo(deps, tx, { surveyId: id, cohortId, people, at: moments.ask, what: 'ask' });
    return true;
  });
}
