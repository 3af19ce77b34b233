import type { Actor } from '../../../core/actor.ts';
import { type Outcome, ok, refuse } from '../../../core/outcome.ts';
import { inTransaction } from '../../../platform/db/transaction.ts';
import type { Deps, Doing } from '../../../platform/deps.ts';
import { record } from '../../journal/public.ts';
import { notify } from '../../notices/public.ts';
import { answerOnOf, definitionOf } from '../../programmes/public.ts';
import { type HelpTopic, NOTICES } from '../ids.ts';
import { participationById } from '../queries/index.ts';
import { maySee } from '../rules/index.ts';

/** A private word to staff, whoever says it about whatever. */
type Request = {
  /** Made when the form was opened: two deliveries of it are one request (R3). */
  readonly requestId: string;
  readonly participationId: string;
  readonly topic: string;
  readonly text: string;
  /** The civil date by which staff owe an answer; null: nobody keeps count. */
  readonly answerOn: string | null;
};

/** Writes a private word down, with the notice of it for staff; false when it was written before. */
export async function writeRequest(
  { deps, tx, actor, now }: Doing,
  { requestId: id, ...request }: Request,
  cohortId: string,
  kind: string = NOTICES.help,
): Promise<boolean> {
  const { participationId, topic } = request;
  const data = [{ id, ...request, personId: actor.personId, askedAt: now }];
  const written = await tx.helpRequest.createMany({ data, skipDuplicates: true });
  if (written.count === 0) return false;
  const act = 'participations.ask_for_help';
  const detail = { topic };
  await record(deps, tx, actor, now, { act, subject: 'participation', subjectId: participationId, cohortId, detail });
  await record(deps, tx, actor, now, { act, subject: 'help_request', subjectId: id, cohortId, to: 'open', detail });
  const said = { kind, params: { requestId: id }, key: `${kind}:${id}`, at: now };
  await notify(deps, tx, { ...said, to: { staffOf: cohortId } });
  return true;
}

type HelpWish = {
  /** Made when the form was opened: two deliveries of it are one request (R3). */
  readonly requestId: string;
  readonly participationId: string;
  readonly topic: HelpTopic;
  readonly text: string;
};

/** Topics to which staff owe an answer by a day (OR-15). */
const ANSWERED: readonly HelpTopic[] = ['expert', 'complaint'];

/** Passes a private word to the cohort's staff, who alone see it (OR-15). `channelId` is where the person is. */
export async function askForHelp(
  deps: Deps,
  actor: Actor,
  now: Date,
  wish: HelpWish,
  channelId: string | null,
): Promise<Outcome<true, 'not_allowed'>> {
  return inTransaction(deps.db, async (tx) => {
    const place = await participationById(tx, wish.participationId);
    if (!place || !maySee(actor, place, channelId)) return refuse('not_allowed');
    const counts = ANSWERED.some((topic) => topic === wish.topic);
    const answerOn = counts ? answerOnOf(definitionOf(place.cohort), now) : null;
    await writeRequest({ deps, tx, actor, now }, { ...wish, answerOn }, place.cohortId);
    return ok(true);
  });
}
