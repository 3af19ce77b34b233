import type { Actor } from '../../../core/actor.ts';
import { type Outcome, ok, refuse } from '../../../core/outcome.ts';
import { inTransaction } from '../../../platform/db/transaction.ts';
import type { Deps } from '../../../platform/deps.ts';
import { record } from '../../journal/public.ts';
import { notify } from '../../notices/public.ts';
import { type HelpTopic, NOTICES } from '../ids.ts';
import { participationById } from '../queries/index.ts';
import { maySee } from '../rules/index.ts';

type HelpWish = {
  /** Made when the form was opened: two deliveries of it are one request (R3). */
  readonly requestId: string;
  readonly participationId: string;
  readonly topic: HelpTopic;
  readonly text: string;
};

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
    const { requestId: id, participationId, topic, text } = wish;
    const data = [{ id, participationId, personId: actor.personId, topic, text, askedAt: now }];
    const written = await tx.helpRequest.createMany({ data, skipDuplicates: true });
    if (written.count === 0) return ok(true);
    await record(deps, tx, actor, now, {
      act: 'participations.ask_for_help',
      subject: 'participation',
      subjectId: participationId,
      cohortId: place.cohortId,
      detail: { topic },
    });
    await notify(deps, tx, {
      kind: NOTICES.help,
      params: { requestId: id },
      to: { staffOf: place.cohortId },
      key: `${NOTICES.help}:${id}`,
      at: now,
    });
    return ok(true);
  });
}
