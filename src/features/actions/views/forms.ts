import type { Locale } from '../../../core/locale.ts';
import { section } from '../../../platform/slack/blocks.ts';
import { dateInput, textInput, timeInput } from '../../../platform/slack/inputs.ts';
import type { Modal } from '../../../platform/slack/message.ts';
import { IDS, PLACE_MAX, REASON_MAX, TITLE_MAX } from '../ids.ts';
import { texts } from '../texts.ts';
import { type DateFacts, shortName, whenOf } from './names.ts';

type Opening = { readonly date?: string; readonly from?: string; readonly to?: string; readonly place?: string };

const timeFields = (opens: Opening, locale: Locale) => {
  const { form } = texts(locale);
  return [
    dateInput({ name: 'date', label: form.date, initial: opens.date }),
    timeInput({ name: 'from', label: form.from, initial: opens.from }),
    timeInput({ name: 'to', label: form.to, initial: opens.to }),
    textInput({ name: 'place', label: form.place, hint: form.placeHint, initial: opens.place, max: PLACE_MAX }),
  ];
};

const titleField = (initial: string, locale: Locale) => {
  const { form } = texts(locale);
  return textInput({ name: 'title', label: form.name, hint: form.nameHint, initial, max: TITLE_MAX });
};

type Field = { readonly label: string; readonly hint?: string; readonly isOptional: boolean };

const reasonField = ({ label, hint, isOptional }: Field) =>
  textInput({
    ...{ name: 'reason', label, multiline: true, max: REASON_MAX, optional: isOptional },
    ...(hint ? { hint } : {}),
  });

/** The action's name and its first date; the name opens with what the organisation applied with. */
export function planModal(facts: { readonly participationId: string; readonly title: string }, locale: Locale): Modal {
  const { form } = texts(locale);
  const { participationId, title } = facts;
  return {
    ...{ callbackId: IDS.plan, title: form.planTitle, submit: form.submit, metadata: { participationId } },
    blocks: [section(form.planIntro), titleField(title, locale), ...timeFields({}, locale)],
  };
}

export function titleModal(facts: { readonly actionId: string; readonly title: string }, locale: Locale): Modal {
  const { form } = texts(locale);
  const { actionId, title } = facts;
  return {
    ...{ callbackId: IDS.title, title: form.renameTitle, submit: form.submit, metadata: { actionId } },
    blocks: [titleField(title, locale)],
  };
}

/** One more date; it opens with the place of the last one. */
export function addModal(facts: { readonly actionId: string; readonly place: string }, locale: Locale): Modal {
  const { form } = texts(locale);
  const { actionId, place } = facts;
  return {
    ...{ callbackId: IDS.add, title: form.addTitle, submit: form.submit, metadata: { actionId } },
    blocks: timeFields({ place }, locale),
  };
}

type MoveFacts = Pick<DateFacts, 'dateId' | 'version' | 'startsAt' | 'endsAt' | 'zone' | 'place'> & {
  readonly date: string;
  readonly from: string;
  readonly to: string;
};

/** Another day, time or place for a date; before it or after it did not take place. */
export function moveModal({ dateId, version, date, from, to, ...now }: MoveFacts, locale: Locale): Modal {
  const { form } = texts(locale);
  return {
    ...{ callbackId: IDS.move, title: form.moveTitle, submit: form.submit, metadata: { dateId, version } },
    blocks: [
      section(form.moveIntro(whenOf(now, locale))),
      ...timeFields({ date, from, to, place: now.place }, locale),
      reasonField({ label: form.reason, hint: form.reasonHint, isOptional: true }),
    ],
  };
}

type OfDate = Pick<DateFacts, 'dateId' | 'version' | 'startsAt' | 'endsAt' | 'zone' | 'place'>;

export function removeModal({ dateId, version, ...date }: OfDate, locale: Locale): Modal {
  const { removal } = texts(locale);
  return {
    ...{ callbackId: IDS.remove, title: removal.title, submit: removal.submit, close: removal.keep },
    metadata: { dateId, version },
    blocks: [section(removal.sure(whenOf(date, locale))), reasonField({ label: removal.reason, isOptional: true })],
  };
}

/** Why a date did not take place, or will not. */
export function cancelModal({ dateId, version, ...date }: OfDate, locale: Locale): Modal {
  const { cancel } = texts(locale);
  return {
    ...{ callbackId: IDS.cancel, title: cancel.title, submit: cancel.submit, close: cancel.keep },
    metadata: { dateId, version },
    blocks: [section(cancel.one(whenOf(date, locale))), reasonField({ label: cancel.reason, isOptional: false })],
  };
}

/** Why nothing that is ahead will take place. */
export function cancelAllModal(facts: { readonly actionId: string; readonly title: string }, locale: Locale): Modal {
  const { cancel } = texts(locale);
  const { actionId, title } = facts;
  return {
    ...{ callbackId: IDS.off, title: cancel.title, submit: cancel.submit, close: cancel.keep },
    metadata: { actionId },
    blocks: [section(cancel.all(shortName(title))), reasonField({ label: cancel.reason, isOptional: false })],
  };
}

export function partlyModal({ dateId, version, ...date }: OfDate, locale: Locale): Modal {
  const { partly } = texts(locale);
  return {
    ...{ callbackId: IDS.partly, title: partly.title, submit: partly.submit, metadata: { dateId, version } },
    blocks: [section(partly.intro(whenOf(date, locale))), reasonField({ label: partly.what, isOptional: true })],
  };
}
