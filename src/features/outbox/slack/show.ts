import { isStaff } from '../../../core/actor.ts';
import { type CommandHandler, defineAction, type Handling } from '../../../platform/slack/handlers.ts';
import type { Modal } from '../../../platform/slack/message.ts';
import { ephemeral, openModal, type Reply, say, updateModal } from '../../../platform/slack/reply.ts';
import { participationOfChannel, staffedCohorts } from '../../participations/public.ts';
import { cohortById, cohortOfChannel, listCohorts } from '../../programmes/public.ts';
import { IDS, maybeCohort, pageCodec } from '../ids.ts';
import { texts } from '../texts.ts';
import { chooseModal, type Note, outboxModal } from '../views/index.ts';
import { pageOf } from './rows.ts';

const COHORTS_SHOWN = 50;

export const notAllowed = ({ actor }: Handling): Reply => ephemeral(say(texts(actor.locale).refusals.not_allowed));

/** A cohort that this person looks after; null for others' and for none. */
export async function ownCohort({ deps, actor }: Handling, cohortId: string) {
  return isStaff(actor, cohortId) ? cohortById(deps.db, cohortId) : null;
}

/** A page of the outbox for those who look after the cohort, others are refused; `note`: what came of their click. */
export async function withOutbox(
  handling: Handling,
  at: { readonly cohortId: string; readonly page: number },
  reply: (modal: Modal) => Reply,
  note: Note = null,
): Promise<Reply> {
  const { deps, actor, now } = handling;
  const cohort = await ownCohort(handling, at.cohortId);
  if (!cohort) return notAllowed(handling);
  return reply(outboxModal(await pageOf(deps, cohort, now, at.page, actor.locale), note, actor.locale));
}

/** The cohort of the channel the person is in: its own, or that of an organisation in it. */
async function cohortHere({ deps, actor, channelId }: Handling): Promise<string | null> {
  if (!channelId) return null;
  const cohort = await cohortOfChannel(deps.db, channelId);
  const id = cohort?.id ?? (await participationOfChannel(deps.db, channelId))?.cohortId;
  return id && isStaff(actor, id) ? id : null;
}

/** The outbox of the cohort of the channel, of the only one, or the choice of one. */
async function open(handling: Handling): Promise<Reply> {
  const { deps, actor } = handling;
  if (!isStaff(actor)) return notAllowed(handling);
  const here = await cohortHere(handling);
  if (here) return withOutbox(handling, { cohortId: here, page: 1 }, openModal);
  const own = staffedCohorts(actor);
  const cohorts = (await listCohorts(deps.db)).filter(({ id }) => own === null || own.includes(id));
  const [first, ...more] = cohorts;
  if (!first) return ephemeral(say(texts(actor.locale).refusals.unknown_cohort));
  if (more.length === 0) return withOutbox(handling, { cohortId: first.id, page: 1 }, openModal);
  return openModal(chooseModal(cohorts.slice(0, COHORTS_SHOWN), actor.locale));
}

export const outboxCommand: CommandHandler = {
  words: ['outbox', 'skrzynka'],
  help: (actor, locale) => (isStaff(actor) ? texts(locale).help : null),
  run: open,
};

export const showAction = defineAction(IDS.show, maybeCohort, (handling, { cohortId }) =>
  cohortId ? withOutbox(handling, { cohortId, page: 1 }, openModal) : open(handling),
);

const turn = (id: string) => defineAction(id, pageCodec, (handling, at) => withOutbox(handling, at, updateModal));
export const backAction = turn(IDS.back);
export const previousAction = turn(IDS.previous);
export const nextAction = turn(IDS.next);
