import { formatDay } from '../../../core/dates-text.ts';
import type { Locale } from '../../../core/locale.ts';
import { clip } from '../../../core/text.ts';
import { button, section } from '../../../platform/slack/blocks.ts';
import { checkboxInput } from '../../../platform/slack/inputs.ts';
import type { Modal } from '../../../platform/slack/message.ts';
import { attendanceFields, type DayValue, dayCodec, IDS } from '../ids.ts';
import type { Form, Way } from '../rules/index.ts';
import { staffTexts } from '../texts/staff.ts';
import { texts } from '../texts.ts';
import { shortName } from './facts.ts';
import { PEOPLE } from './room.ts';
import { turnBlocks } from './turn.ts';

const CHECKED = 10;

export type Checked = {
  readonly registrationId: string;
  readonly name: string;
  readonly way: Way | null;
};

export type AttendancePage = {
  readonly value: DayValue;
  /** New with every showing. */
  readonly formId: string;
  readonly title: string;
  readonly form: Form;
  readonly dates: readonly string[];
  readonly people: readonly Checked[];
  readonly total: number;
};

function boxes(page: AttendancePage, way: Way, label: readonly string[], hint?: string) {
  const fields = attendanceFields(page.formId);
  const name = way === 'in_room' ? [fields.here, fields.hereMore] : [fields.online, fields.onlineMore];
  const groups = [page.people.slice(0, CHECKED), page.people.slice(CHECKED)].filter((one) => one.length > 0);
  return groups.map((group, index) =>
    checkboxInput({
      ...{ name: name[index] ?? '', label: label[index] ?? '', optional: true },
      ...(hint && index === 0 ? { hint } : {}),
      choices: group.map((one) => ({ value: one.registrationId, text: clip(one.name, 75) })),
      initial: group.filter((one) => one.way === way).map((one) => one.registrationId),
    }),
  );
}

/** Who was there on a day, fifteen people on a page; saved page by page. */
export function attendanceModal(page: AttendancePage, note: string | null, locale: Locale): Modal {
  const words = staffTexts(locale).attendance;
  const { value, formId, people, total, dates, form } = page;
  const { eventId, date, from } = value;
  const at = (change: Partial<DayValue>) => dayCodec.encode({ ...value, ...change });
  // Another day takes the place of this one, as another page does.
  const dayButtons = dates
    .filter((one) => one !== date)
    .map((one) =>
      section(
        words.otherDay(formatDay(one, locale)),
        button(IDS.next, texts(locale).list.show, { value: at({ date: one, from: 0 }) }),
      ),
    );
  const here = form === 'online' ? words.hereOnline : words.here;
  return {
    callbackId: IDS.attendance,
    title: words.title,
    ...(people.length > 0 ? { submit: words.save } : {}),
    metadata: {
      eventId,
      date,
      from,
      formId,
      shown: people.map(({ registrationId, way }) => ({ registrationId, way })),
    },
    blocks: [
      ...(note ? [section(note)] : []),
      section(words.intro(shortName(page.title), formatDay(date, locale))),
      ...(people.length === 0
        ? [section(words.none)]
        : boxes(page, form === 'online' ? 'online' : 'in_room', [here, words.hereMore])),
      ...(form === 'on_site' ? boxes(page, 'online', [words.online, words.onlineMore], words.onlineHint) : []),
      ...turnBlocks({ from, total, each: PEOPLE, at: (start) => at({ from: start }) }, locale),
      ...(dayButtons.length > 0 ? [section(words.chooseDay), ...dayButtons] : []),
    ],
  };
}
