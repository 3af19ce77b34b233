import { type Actor, isExpert, isStaff } from '../../../core/actor.ts';
import { civilOf, WARSAW } from '../../../core/calendar/index.ts';
import type { Locale } from '../../../core/locale.ts';
import { type CommandHandler, defineAction, type Handling } from '../../../platform/slack/handlers.ts';
import type { Modal } from '../../../platform/slack/message.ts';
import { ephemeral, openModal, type Reply, say, updateModal } from '../../../platform/slack/reply.ts';
import { endCodec, IDS, scopeCodec } from '../ids.ts';
import { endAbsence } from '../operations/index.ts';
import { absenceOf, comingAbsences, zoneOf } from '../queries/index.ts';
import { texts } from '../texts.ts';
import { absencesModal, awayModal } from '../views/index.ts';

/** Whether the person may see absences: experts their own, staff everybody's. */
const maySee = (actor: Actor, own: boolean): boolean => (own ? isExpert(actor) : isStaff(actor));

/** Runs only for those who may see these absences. */
const forThose = async (handling: Handling, own: boolean, run: () => Promise<Reply>): Promise<Reply> =>
  maySee(handling.actor, own) ? run() : ephemeral(say(texts(handling.actor.locale).refusals.not_allowed));

/** The absences that hold: the acting expert's own, or everybody's. */
export async function absencesList(handling: Handling, own: boolean, note: string | null = null): Promise<Modal> {
  const { deps, actor, now } = handling;
  const expertId = own ? actor.personId : null;
  const zone = own ? await zoneOf(deps.db, actor.personId) : WARSAW;
  const rows = await comingAbsences(deps.db, civilOf(now, zone).date, expertId);
  const all = rows.map((row) => ({
    ...absenceOf(row),
    expert: row.expert.person.name,
    substitute: row.substitute?.person.name ?? null,
  }));
  return absencesModal({ own, all, note }, actor.locale);
}

const open = (handling: Handling, own: boolean): Promise<Reply> =>
  forThose(handling, own, async () => openModal(await absencesList(handling, own)));

export const awayCommand: CommandHandler = {
  words: ['away', 'nieobecność', 'nieobecnosc', 'nieobecności', 'nieobecnosci'],
  help: (actor, locale: Locale) => {
    if (isStaff(actor)) return texts(locale).help.staff;
    return isExpert(actor) ? texts(locale).help.away : null;
  },
  run: (handling) => open(handling, !isStaff(handling.actor)),
};

export const absencesAction = defineAction(IDS.absences, scopeCodec, (handling, { own }) => open(handling, own));

/** The absences in place of the list of hours. */
export const absencesBackAction = defineAction(IDS.absencesBack, scopeCodec, (handling, { own }) =>
  forThose(handling, own, async () => updateModal(await absencesList(handling, own))),
);

export const awayAction = defineAction(IDS.away, scopeCodec, (handling, { own }) =>
  forThose(handling, own, async () =>
    updateModal(awayModal({ own, absenceId: handling.deps.ids.next() }, handling.actor.locale)),
  ),
);

export const endAbsenceAction = defineAction(IDS.endAbsence, endCodec, (handling, { own, id }) =>
  forThose(handling, own, async () => {
    const { deps, actor, now } = handling;
    const words = texts(actor.locale);
    const outcome = await endAbsence(deps, actor, now, id);
    const note = outcome.ok ? words.absences.ended : words.refusals[outcome.reason];
    return updateModal(await absencesList(handling, own, note));
  }),
);
