import type { AnyBlock } from '@slack/types';
import { formatDate } from '../../../core/dates-text.ts';
import type { Locale } from '../../../core/locale.ts';
import { clip } from '../../../core/text.ts';
import { actions, button, fields, header, section, typedShort } from '../../../platform/slack/blocks.ts';
import { dateInput, numberInput } from '../../../platform/slack/inputs.ts';
import type { Modal } from '../../../platform/slack/message.ts';
import { DATE, FIELDS, IDS, pageCodec } from '../ids.ts';
import { EXPERTS_MAX, PLACES_MAX } from '../input.ts';
import type { Figures } from '../rules/index.ts';
import { texts } from '../texts.ts';

const LABEL = 60;

export type RehearsalFacts = {
  readonly cohortId: string;
  readonly cohort: string;
  readonly places: number;
  readonly experts: number;
  readonly start: string;
  /** The kinds whose dates are asked for, with a proposal each. */
  readonly kinds: readonly { readonly key: string; readonly label: string; readonly date: string | null }[];
};

const back = (cohortId: string, locale: Locale): AnyBlock =>
  actions([button(IDS.back, texts(locale).words.back, { value: pageCodec.encode({ cohortId, page: 1 }) })]);

/** What a cohort is rehearsed with: how many, from when, and by when they owe what. */
export function rehearsalModal(facts: RehearsalFacts, locale: Locale): Modal {
  const words = texts(locale).rehearsal;
  const { cohortId, cohort, places, experts, start, kinds } = facts;
  const frame = { callbackId: IDS.rehearsal, title: words.title };
  const name = section(`*${typedShort(cohort, LABEL * 2)}*`);
  if (kinds.length === 0) return { ...frame, blocks: [name, section(words.noKinds), back(cohortId, locale)] };
  const dates = kinds.map(({ key, label, date }, index) =>
    dateInput({
      ...{ name: `${DATE}${key}`, label: words.date(clip(label, LABEL)), initial: date ?? undefined, optional: true },
      ...(index === 0 ? { hint: words.dateHint } : {}),
    }),
  );
  return {
    ...frame,
    submit: words.run,
    metadata: { cohortId },
    blocks: [
      name,
      section(words.intro),
      numberInput({ name: FIELDS.places, label: words.places, initial: String(places), min: 1, max: PLACES_MAX }),
      numberInput({
        ...{ name: FIELDS.experts, label: words.experts, hint: words.expertsHint, initial: String(experts) },
        ...{ min: 0, max: EXPERTS_MAX },
      }),
      dateInput({ name: FIELDS.start, label: words.start, initial: start }),
      ...dates,
      back(cohortId, locale),
    ],
  };
}

export type RehearsalReport = Figures & {
  readonly cohortId: string;
  readonly places: number;
  readonly experts: number;
  readonly start: string;
  readonly toOrganisations: number;
  readonly toExperts: number;
  readonly toStaff: number;
  readonly dates: readonly { readonly label: string; readonly date: string }[];
};

/** What the rehearsal says: how many messages, to whom, at most how many (N6). */
export function rehearsedModal(report: RehearsalReport, locale: Locale): Modal {
  const words = texts(locale).rehearsal;
  const { cohortId, busiest } = report;
  const on = busiest ? words.onBusiest(formatDate(busiest.date, locale), busiest.count) : words.nobody;
  const lines = report.dates.map(({ label, date }) => `• ${typedShort(label, LABEL)}: ${formatDate(date, locale)}`);
  return {
    callbackId: IDS.rehearsed,
    title: words.result,
    blocks: [
      header(words.heading(report.total)),
      section(words.basis(report.places, report.experts, formatDate(report.start, locale))),
      fields([
        [words.toOrganisations, String(report.toOrganisations)],
        [words.toExperts, String(report.toExperts)],
        [words.toStaff, String(report.toStaff)],
        [words.personDay, String(report.personDayMost)],
        [words.channelWeek, String(report.channelWeekMost)],
        [words.busiest, on],
      ]),
      ...(lines.length > 0 ? [section([words.dates, ...lines].join('\n'))] : []),
      actions([
        button(IDS.rehearse, words.again, { value: pageCodec.encode({ cohortId, page: 1 }) }),
        button(IDS.back, texts(locale).words.back, { value: pageCodec.encode({ cohortId, page: 1 }) }),
      ]),
    ],
  };
}
