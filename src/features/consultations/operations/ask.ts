import type { Actor } from '../../../core/actor.ts';
import { type Outcome, ok, refuse } from '../../../core/outcome.ts';
import { inTransaction } from '../../../platform/db/transaction.ts';
import type { Deps } from '../../../platform/deps.ts';
import { record } from '../../journal/public.ts';
import { notify, notifyAll, retell } from '../../notices/public.ts';
import { isOpen, stateOf as placeState } from '../../participations/public.ts';
import { definitionOf } from '../../programmes/public.ts';
import { NOTICES } from '../ids.ts';
import { expertsOfField, type PlaceRow, placeById, questionById } from '../queries/index.ts';
import { bookingSide, workingDaysLater } from '../rules/index.ts';
import { factsOf, settingsOf } from './context.ts';

type Asking = {
  /** Made when the form opens, so that a form sent twice is one question (R3). */
  readonly questionId: string;
  readonly participationId: string;
  readonly field: string;
  readonly text: string;
  readonly channelId: string | null;
};
export type AskRefusal = 'not_allowed' | 'place_closed' | 'no_fields';

/** Where experts answer by field, and the field is one of the programme's. */
const hasField = ({ cohort }: PlaceRow, field: string): boolean => {
  const { switches, expertFields } = definitionOf(cohort);
  return switches.expertsByField && expertFields.some(({ key }) => key === field);
};

/**
 * An organisation asks anyone who knows a field (ME-11): all experts of it in the cohort are told. Without any, or when
 * nobody takes it in some working days, it is a matter of staff.
 */
export async function askExperts(
  deps: Deps,
  actor: Actor,
  now: Date,
  { questionId: id, participationId, field, text, channelId }: Asking,
): Promise<Outcome<{ readonly asked: number }, AskRefusal>> {
  const place = await placeById(deps.db, participationId);
  if (!place || !bookingSide(actor, factsOf(place), channelId)) return refuse('not_allowed');
  if (!isOpen(placeState(place.state))) return refuse('place_closed');
  if (!hasField(place, field)) return refuse('no_fields');
  const experts = await expertsOfField(deps.db, place.cohortId, field);
  const days = experts.length === 0 ? 0 : settingsOf(place.cohort).questionWorkingDays;
  const { cohortId } = place;
  return inTransaction(deps.db, async (tx) => {
    const facts = { id, cohortId, participationId, personId: actor.personId, field, text, askedAt: now, version: 1 };
    const row = { ...facts, state: 'open', staffFrom: workingDaysLater(now, days) };
    const { count } = await tx.fieldQuestion.createMany({ data: [row], skipDuplicates: true });
    if (count === 0) return ok({ asked: experts.length });
    const about = { subject: 'field_question', subjectId: id, cohortId, to: 'open', detail: { field } };
    await record(deps, tx, actor, now, { act: 'consultations.ask', ...about });
    const { question: kind } = NOTICES;
    const specs = experts.map((personId) => ({
      ...{ kind, at: now, cohortId, to: { person: personId } },
      params: { questionId: id, personId },
      key: `${kind}:${id}:${personId}`,
    }));
    await notifyAll(deps, tx, specs);
    return ok({ asked: experts.length });
  });
}

/** The first expert to take a question owns it; the others' messages say who it is. Refuses people of other fields. */
export const takeQuestion = (
  deps: Deps,
  actor: Actor,
  now: Date,
  questionId: string,
): Promise<Outcome<void, 'not_allowed' | 'taken_by'>> =>
  inTransaction(deps.db, async (tx) => {
    const question = await questionById(tx, questionId);
    if (!question) return refuse('not_allowed');
    const { cohortId, field, participation } = question;
    const experts = await expertsOfField(tx, cohortId, field);
    if (!experts.includes(actor.personId)) return refuse('not_allowed');
    const where = { id: questionId, state: 'open' };
    const data = { state: 'taken', takenBy: actor.personId, takenAt: now, version: { increment: 1 } };
    if ((await tx.fieldQuestion.updateMany({ where, data })).count === 0) return refuse('taken_by');
    const about = { subject: 'field_question', subjectId: questionId, cohortId, from: 'open', to: 'taken' };
    await record(deps, tx, actor, now, { act: 'consultations.take_question', ...about });
    const keys = experts.map((personId) => `${NOTICES.question}:${questionId}:${personId}`);
    await retell(deps, tx, { key: { in: keys } });
    const { taken: kind } = NOTICES;
    const channel = participation.channelId;
    const said = { kind, params: { questionId }, key: `${kind}:${questionId}`, at: now, cohortId };
    if (channel) await notify(deps, tx, { ...said, to: { channel } });
    return ok();
  });
