import { civilOf } from '../../../core/calendar/index.ts';
import type { Locale } from '../../../core/locale.ts';
import { type CommandHandler, defineAction, type Handling, noValue } from '../../../platform/slack/handlers.ts';
import type { Modal } from '../../../platform/slack/message.ts';
import { ephemeral, openModal, type Reply, say, updateModal } from '../../../platform/slack/reply.ts';
import { IDS, pageCodec } from '../ids.ts';
import { firstTerms } from '../operations/index.ts';
import { freeTimes, writtenBy } from '../queries/index.ts';
import { type Availability, clockWarnings, keepsHours } from '../rules/index.ts';
import { texts } from '../texts.ts';
import { type HoursFacts, hoursModal } from '../views/index.ts';

/** How many next times are looked for. */
const WANTED = 5;

/** What the acting expert has written, or the usual terms and no hours. */
export async function ownAvailability({ deps, actor }: Handling): Promise<Availability> {
  const expertId = actor.personId;
  const written = (await writtenBy(deps.db, [expertId])).get(expertId);
  return written ?? { expertId, terms: firstTerms(actor), weekly: [], exceptions: [], absences: [] };
}

/** The list of the acting expert's hours, with what has just happened. */
export async function hoursList(handling: Handling, from: number, note: HoursFacts['note'] = null): Promise<Modal> {
  const { deps, actor, now } = handling;
  const own = await ownAvailability(handling);
  const { terms, weekly } = own;
  const today = civilOf(now, terms.zone).date;
  const exceptions = own.exceptions.filter(({ date }) => date >= today);
  const absences = own.absences.filter(({ last }) => last >= today);
  const free = await freeTimes(deps, own, now, WANTED);
  const warnings = clockWarnings(own, today);
  const most = Math.max(0, weekly.length + exceptions.length - 1);
  const facts = { terms, weekly, exceptions, absences, warnings, free, from: Math.min(from, most), note };
  return hoursModal(facts, actor.locale);
}

/** Runs only for experts; others are told so. */
export const forExperts = async (handling: Handling, run: () => Promise<Reply>): Promise<Reply> =>
  keepsHours(handling.actor) ? run() : ephemeral(say(texts(handling.actor.locale).refusals.not_allowed));

const open = (handling: Handling): Promise<Reply> =>
  forExperts(handling, async () => openModal(await hoursList(handling, 0)));

export const hoursCommand: CommandHandler = {
  words: ['hours', 'godziny'],
  help: (actor, locale: Locale) => (keepsHours(actor) ? texts(locale).help.hours : null),
  run: open,
};

export const hoursAction = defineAction(IDS.hours, noValue, open);

const turn = (id: string) =>
  defineAction(id, pageCodec, (handling, { from }) =>
    forExperts(handling, async () => updateModal(await hoursList(handling, from))),
  );
export const previousAction = turn(IDS.previous);
export const nextAction = turn(IDS.next);
export const backAction = turn(IDS.back);
