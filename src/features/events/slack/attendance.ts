import { defineAction, defineView, type Handling } from '../../../platform/slack/handlers.ts';
import type { Modal } from '../../../platform/slack/message.ts';
import { closeAllModals, openModal, type Reply, say, updateModal } from '../../../platform/slack/reply.ts';
import { attendanceData, type DayValue, dayCodec, IDS } from '../ids.ts';
import { attendanceForm } from '../input.ts';
import { markAttendance, PRESENT_STATES } from '../operations/index.ts';
import { changedMarks, datesOf, formOf, type Way } from '../rules/index.ts';
import { staffTexts } from '../texts/staff.ts';
import { texts } from '../texts.ts';
import { attendanceModal, PEOPLE } from '../views/index.ts';
import { errorWords } from './page.ts';
import { forStaff } from './show.ts';

/** Who was there on a day, a page of them. */
export const showAttendance = (
  handling: Handling,
  value: DayValue,
  reply: (modal: Modal) => Reply,
  note: string | null = null,
): Promise<Reply> =>
  forStaff(handling, value.eventId, ({ event, people }) => {
    const { deps, actor } = handling;
    const able = people.filter(({ state }) => PRESENT_STATES.some((one) => one === state));
    // After the last page comes the first.
    const from = value.from < able.length ? value.from : 0;
    const checked = able.slice(from, from + PEOPLE).map(({ id, person, attendances }) => {
      const way = attendances.find(({ date }) => date === value.date)?.way ?? null;
      return { registrationId: id, name: person.name, way: way as Way | null };
    });
    const about = { title: event.title, form: formOf(event.form), dates: datesOf(event.sessions) };
    const page = { value: { ...value, from }, formId: deps.ids.next(), ...about, people: checked, total: able.length };
    return reply(attendanceModal(page, note, actor.locale));
  });

export const attendanceAction = defineAction(IDS.attendance, dayCodec, (handling, value) =>
  showAttendance(handling, value, openModal),
);

export const attendanceView = defineView({
  id: IDS.attendance,
  metadata: attendanceData,
  form: ({ formId }) => attendanceForm(formId),
  error: errorWords,
  run: async (handling, ticked, { eventId, date, from, shown }): Promise<Reply> => {
    const { deps, actor, now } = handling;
    const outcome = await markAttendance(deps, actor, now, { eventId, date, marks: changedMarks(shown, ticked) });
    if (!outcome.ok) return closeAllModals(say(texts(actor.locale).refusals[outcome.reason]));
    const next = { eventId, date, from: from + PEOPLE };
    const note = staffTexts(actor.locale).attendance.saved(outcome.value.present);
    return showAttendance(handling, next, updateModal, note);
  },
});
