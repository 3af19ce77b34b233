import { defineAction } from '../../../platform/slack/handlers.ts';
import { REVIEW_IDS, seenCodec } from '../ids/decisions.ts';
import { confirmEntered } from '../operations/change.ts';
import { decisionTexts } from '../texts/decisions.ts';
import { intakeTexts } from '../texts/entry.ts';
import { notAllowed, showApplication, showList } from './review-pages.ts';

/** The second pair of eyes on a late entry (APP-10), from the application itself; one not confirmed is a draft again. */
const judgeEntry = (id: string, act: 'confirm' | 'decline') =>
  defineAction(id, seenCodec, async (handling, seen) => {
    const { deps, actor, now } = handling;
    const outcome = await confirmEntered(deps, actor, now, { id: seen.id, act });
    if (!outcome.ok && outcome.reason === 'not_allowed') return notAllowed(handling);
    if (!outcome.ok) return showApplication(handling, seen, intakeTexts(actor.locale).refusals[outcome.reason]);
    return act === 'decline'
      ? showList(handling, seen.from)
      : showApplication(handling, seen, decisionTexts(actor.locale).review.saved);
  });

export const confirmEntryAction = judgeEntry(REVIEW_IDS.confirm, 'confirm');
export const declineEntryAction = judgeEntry(REVIEW_IDS.decline, 'decline');
