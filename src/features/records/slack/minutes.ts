import { isExpert, isStaff } from '../../../core/actor.ts';
import { type CommandHandler, defineAction, type Handling } from '../../../platform/slack/handlers.ts';
import { ephemeral, openModal, type Reply, say } from '../../../platform/slack/reply.ts';
import { cohortById, cohortOfChannel } from '../../programmes/public.ts';
import { IDS, type SheetOf, sheetCodec } from '../ids.ts';
import { countedOf, maySeeMinutes, sendSheet } from '../operations/index.ts';
import { heldOf } from '../queries/index.ts';
import { monthsOf } from '../rules/index.ts';
import { texts } from '../texts.ts';
import { minutesModal } from '../views/index.ts';

async function show({ deps, actor }: Handling, of: SheetOf): Promise<Reply> {
  const { refusals } = texts(actor.locale);
  if (!maySeeMinutes(actor, of)) return ephemeral(say(refusals.not_minutes));
  const cohort = 'own' in of ? null : await cohortById(deps.db, of.cohortId);
  const held = await heldOf(deps.db, 'own' in of ? { expertId: actor.personId } : of);
  const months = monthsOf(held.map(countedOf));
  return openModal(minutesModal({ of, cohort: cohort?.name ?? null, months }, actor.locale));
}

/** Staff in a channel of their cohort see all of it; an expert, everywhere else, their own. */
export const minutesCommand: CommandHandler = {
  words: ['minutes', 'minuty'],
  help: (actor, locale) => (isExpert(actor) || isStaff(actor) ? texts(locale).help : null),
  run: async (handling) => {
    const { deps, actor, channelId } = handling;
    const cohort = channelId ? await cohortOfChannel(deps.db, channelId) : null;
    return show(handling, cohort && isStaff(actor, cohort.id) ? { cohortId: cohort.id } : { own: true });
  },
};

export const minutesAction = defineAction(IDS.minutes, sheetCodec, show);

export const exportAction = defineAction(IDS.export, sheetCodec, async ({ deps, actor, now }, of) => {
  const words = texts(actor.locale);
  const outcome = await sendSheet(deps, actor, now, of);
  return ephemeral(say(outcome.ok ? words.months.coming : words.refusals[outcome.reason]));
});
