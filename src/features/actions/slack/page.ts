import { isStaff } from '../../../core/actor.ts';
import { defineAction, type Handling } from '../../../platform/slack/handlers.ts';
import type { Modal } from '../../../platform/slack/message.ts';
import { ephemeral, openModal, type Reply, say } from '../../../platform/slack/reply.ts';
import { activeOf } from '../../assignments/public.ts';
import { actionCodec, IDS } from '../ids.ts';
import { definitionFor, keepsNotes, mayCorrect } from '../operations/index.ts';
import { type ActionRow, actionFacts, changeLine, changesOf, rowById } from '../queries/index.ts';
import { maySeeAction, type Place, sideOf } from '../rules/index.ts';
import { texts } from '../texts.ts';
import { type PageFacts, pageModal } from '../views/index.ts';

const HISTORY = 8;

export const placeOf = (row: ActionRow): Place => ({
  ...{ cohortId: row.cohortId, organisationId: row.participation.organisationId },
  channelId: row.participation.channelId,
});

async function pageFacts({ deps, actor, now, channelId }: Handling, row: ActionRow): Promise<PageFacts | null> {
  const lead = await activeOf(deps.db, row.participationId);
  const seen = { ...placeOf(row), dates: row.dates, leadId: lead?.expertId ?? null };
  if (!maySeeAction(actor, seen, channelId)) return null;
  return {
    ...actionFacts(row, now),
    may: sideOf(actor, seen, channelId) ? 'write' : 'look',
    isStaff: isStaff(actor, row.cohortId),
    isObserved: definitionFor(row).switches.observation,
    isOpen: await mayCorrect(deps, deps.db, row.id),
    keepsNotes: await keepsNotes(deps.db, row, actor.personId),
    changes: (await changesOf(deps.db, row.id, HISTORY)).map(changeLine),
    report: row.report && { people: row.report.people, description: row.report.description },
    photos: row.photos.length,
  };
}

/** The page of an action as it stands now, for whoever may see it. `note` is said on top. */
export async function showPage(
  handling: Handling,
  actionId: string,
  note: string | null,
  reply: (modal: Modal) => Reply,
): Promise<Reply> {
  const { deps, actor } = handling;
  const row = await rowById(deps.db, actionId);
  const facts = row && (await pageFacts(handling, row));
  if (!facts) return ephemeral(say(texts(actor.locale).refusals.not_allowed));
  return reply(pageModal(facts, note, actor.locale));
}

export const pageAction = defineAction(IDS.page, actionCodec, (handling, { actionId }) =>
  showPage(handling, actionId, null, openModal),
);
