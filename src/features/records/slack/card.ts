import { isStaff } from '../../../core/actor.ts';
import type { Locale } from '../../../core/locale.ts';
import { defineAction, defineView, type Handling } from '../../../platform/slack/handlers.ts';
import { closeAllModals, ephemeral, fieldErrors, openModal, type Reply, say } from '../../../platform/slack/reply.ts';
import { representativesOf } from '../../organisations/public.ts';
import { cardData, IDS, meetingCodec } from '../ids.ts';
import { cardForm } from '../input.ts';
import { writeCard } from '../operations/index.ts';
import { draftOf, factsOf, type MeetingRow, meetingById } from '../queries/index.ts';
import { texts } from '../texts.ts';
import { cardModal } from '../views/index.ts';

export const errorWords = (reason: string, locale: Locale): string => texts(locale).errors[reason] ?? reason;

/** Who was probably there: the people of the organisation and the expert; the form asks. */
async function likelyPeople({ deps }: Handling, row: MeetingRow): Promise<readonly string[]> {
  const people = await representativesOf(deps.db, row.participation.organisationId);
  return [...people.map(({ person }) => person.name), row.expert.name];
}

const refusalOf = (row: MeetingRow, now: Date): 'not_over' | 'not_held' | null => {
  if (row.endsAt > now) return 'not_over';
  return row.state === 'booked' || row.state === 'held' ? null : 'not_held';
};

/** Opens the card of a meeting for its expert: from the channel, a direct message, a list or App Home alike. */
export const writeAction = defineAction(
  IDS.write,
  meetingCodec,
  async (handling, { consultationId }): Promise<Reply> => {
    const { deps, actor, now } = handling;
    const { refusals } = texts(actor.locale);
    const row = await meetingById(deps.db, consultationId);
    const isAllowed = row && (actor.personId === row.expertId || isStaff(actor, row.cohortId));
    if (!row || !isAllowed) return ephemeral(say(refusals.not_allowed));
    const refusal = refusalOf(row, now);
    if (refusal) return ephemeral(say(refusals[refusal]));
    const draft = draftOf(row, await likelyPeople(handling, row));
    return openModal(cardModal({ ...factsOf(row), version: row.card?.version ?? 0, draft }, actor.locale));
  },
);

export const writeView = defineView({
  id: IDS.write,
  metadata: cardData,
  form: () => cardForm,
  error: errorWords,
  run: async ({ deps, actor, now }, form, wanted) => {
    const words = texts(actor.locale);
    const outcome = await writeCard(deps, actor, now, wanted, form);
    if (!outcome.ok) {
      const refusal = words.refusals[outcome.reason];
      return outcome.reason === 'in_future' ? fieldErrors({ date: refusal }) : closeAllModals(say(refusal));
    }
    const { number } = outcome.value;
    return closeAllModals(say(number === null ? words.form.kept : words.form.sent(number)));
  },
});
