import { defineAction, type Handling } from '../../../platform/slack/handlers.ts';
import { ephemeral, openModal, type Reply, say } from '../../../platform/slack/reply.ts';
import { IDS, opinionCodec } from '../ids.ts';
import {
  formFacts,
  isTied,
  type OpinionRow,
  opinionById,
  opinionFacts,
  releasedFacts,
  standingOf,
  versionsOf,
} from '../queries/index.ts';
import { nextOf, type Side, sideOf, stateOf } from '../rules/index.ts';
import { texts } from '../texts.ts';
import { pageModal, versionsModal, writeModal } from '../views/index.ts';

/** The form of the opinion for whoever writes it. */
export async function withForm({ deps, actor }: Handling, row: OpinionRow): Promise<Reply> {
  const { refusals } = texts(actor.locale);
  if (await isTied(deps.db, actor.personId, row.participation.organisationId)) return ephemeral(say(refusals.tied));
  if (!nextOf(stateOf(row.state), 'send')) return ephemeral(say(refusals.changed_meanwhile));
  return openModal(writeModal(await formFacts(deps.db, row, actor.personId), actor.locale));
}

/** The opinion as this side may see it; the expert who does not write it sees what the organisation does. */
async function withPage({ deps, actor }: Handling, row: OpinionRow, side: Side): Promise<Reply> {
  const { refusals } = texts(actor.locale);
  const isStaff = side === 'staff';
  if (isStaff && (await isTied(deps.db, actor.personId, row.participation.organisationId)))
    return ephemeral(say(refusals.tied));
  const facts = await opinionFacts(deps.db, row);
  return openModal(pageModal(facts, side, actor.locale));
}

/**
 * One button for everybody, in the shared channel too: it opens the form for whoever writes, the look-over for staff,
 * and for the organisation what was published.
 */
export async function openOpinion(handling: Handling, row: OpinionRow | null): Promise<Reply> {
  const { actor, channelId } = handling;
  const { refusals } = texts(actor.locale);
  const side = row && sideOf(actor, standingOf(row), channelId);
  if (!row || !side) return ephemeral(say(refusals.not_allowed));
  if (row.state === 'not_due') return ephemeral(say(refusals.not_due));
  if (side === 'writer' && row.number === 0) return withForm(handling, row);
  return withPage(handling, row, side);
}

export const openAction = defineAction(IDS.open, opinionCodec, async (handling, { opinionId }) =>
  openOpinion(handling, await opinionById(handling.deps.db, opinionId)),
);

/** All that was released, for those who may see it. */
export const versionsAction = defineAction(IDS.versions, opinionCodec, async (handling, { opinionId }) => {
  const { deps, actor, channelId } = handling;
  const row = await opinionById(deps.db, opinionId);
  if (!row || row.number === 0 || !sideOf(actor, standingOf(row), channelId))
    return ephemeral(say(texts(actor.locale).refusals.not_allowed));
  const shown = await Promise.all(versionsOf(row).map(({ number }) => releasedFacts(deps.db, row, number)));
  return openModal(
    versionsModal(
      shown.filter((one) => one !== null),
      actor.locale,
    ),
  );
});
