import { createHash } from 'node:crypto';
import type { Locale } from '../../../core/locale.ts';
import type { Deps } from '../../../platform/deps.ts';
import { isFailure } from '../../../platform/slack/failure.ts';
import type { Mark } from '../../../platform/slack/gateway.ts';
import type { Message } from '../../../platform/slack/message.ts';
import type { CohortWithCalls } from '../queries.ts';
import { datesToSet } from '../rules/calls.ts';
import { cardFacts, showsOf } from '../rules/card-facts.ts';
import { definitionOf } from '../rules/definition/index.ts';
import { plannedDates, stageNames } from '../rules/plan.ts';
import { texts } from '../texts.ts';
import { cohortCard } from '../views/card.ts';
import { staffNote } from '../views/note.ts';

/** The announcement is read by organisations in Poland. */
const LANGUAGE: Locale = 'pl';

const hashOf = (message: Message): string => createHash('sha256').update(JSON.stringify(message)).digest('hex');

/** Posts, or finds what an earlier, doubtful attempt has posted and brings it up to date. */
async function postOnce(deps: Deps, channelId: string, message: Message, mark: Mark): Promise<string> {
  const found = await deps.slack.findMarked(channelId, mark);
  if (found) await deps.slack.update(channelId, found.ts, message);
  return found?.ts ?? (await deps.slack.post(channelId, message, mark)).ts;
}

/** False when the message is gone. */
async function updated(deps: Deps, channelId: string, ts: string, message: Message): Promise<boolean> {
  try {
    await deps.slack.update(channelId, ts, message);
    return true;
  } catch (error) {
    if (isFailure(error, 'message_not_found')) return false;
    throw error;
  }
}

async function renderCard(deps: Deps, cohort: CohortWithCalls, now: Date): Promise<Message> {
  const parts = await Promise.all(deps.offers.cohortCards.map((offer) => offer(deps, cohort.id, LANGUAGE)));
  const found = parts.filter((part) => part !== null);
  return cohortCard(cardFacts(cohort, definitionOf(cohort), now, LANGUAGE), found, texts(LANGUAGE), LANGUAGE);
}

/**
 * The pinned card: edited in place when what it says has changed, posted anew and pinned when it is gone.
 * The hash is kept only once it is pinned, so a cut-off attempt is finished by the next.
 */
export async function ensureCard(deps: Deps, cohort: CohortWithCalls, again: boolean): Promise<undefined> {
  const { id, channelId, cardTs, cardHash } = cohort;
  if (!channelId) return;
  const now = deps.clock.now();
  const message = await renderCard(deps, cohort, now);
  const hash = hashOf(message);
  const keep = (data: { cardTs?: string; cardHash?: string | null; cardShows?: string }) =>
    deps.db.cohort.update({ where: { id }, data });
  const isCurrent = cardTs !== null && cardHash === hash && !again;
  if (!isCurrent) {
    const ts = cardTs !== null && (await updated(deps, channelId, cardTs, message)) ? cardTs : null;
    const shown = ts ?? (await postOnce(deps, channelId, message, { type: 'cohort_card', id }));
    if (ts === null) await keep({ cardTs: shown, cardHash: null });
    if (ts === null || cardHash === null || again) await deps.slack.pin(channelId, shown);
  }
  await keep({ cardHash: hash, cardShows: showsOf(cohort.calls, now) });
}

/** The first message in the staff channel: what to do next. */
export async function ensureNote(deps: Deps, cohort: CohortWithCalls): Promise<undefined> {
  const { id, staffChannelId, noteTs } = cohort;
  if (!staffChannelId || noteTs) return;
  const definition = definitionOf(cohort);
  const plan = {
    toSet: datesToSet(plannedDates({ ...definition, endsOn: cohort.endsOn }, cohort.calls)),
    stages: stageNames(definition, LANGUAGE),
  };
  const message = staffNote(cohort, plan, texts(LANGUAGE), LANGUAGE);
  const ts = await postOnce(deps, staffChannelId, message, { type: 'cohort_note', id });
  await deps.db.cohort.update({ where: { id }, data: { noteTs: ts } });
}
