import type { AnyBlock } from '@slack/types';
import type { Locale } from '../../../core/locale.ts';
import { actions, button, confirm, context, section } from '../../../platform/slack/blocks.ts';
import { dateInput, searchInput } from '../../../platform/slack/inputs.ts';
import type { Choice, Modal } from '../../../platform/slack/message.ts';
import { type AwayData, type CheckData, endCodec, IDS, scopeCodec } from '../ids.ts';
import type { Absence } from '../rules/index.ts';
import { type AvailabilityTexts, daysText, namesText, texts } from '../texts.ts';
import { shortName } from './names.ts';

const SHOWN = 30;
const NAMES_SHOWN = 5;

export type AbsenceLine = Pick<Absence, 'id' | 'from' | 'last'> & {
  readonly expert: string;
  readonly substitute: string | null;
};

function line(one: AbsenceLine, own: boolean, words: AvailabilityTexts, locale: Locale): AnyBlock {
  const { absences: say } = words;
  const when = daysText(one, locale);
  const what = own ? say.own(when) : say.of(shortName(one.expert), when);
  const who = one.substitute === null ? say.noSubstitute : say.substitute(shortName(one.substitute));
  const ask = confirm({ title: say.endTitle, text: say.endText, yes: say.endYes, no: say.endNo });
  const value = endCodec.encode({ own, id: one.id });
  return section(
    `${what}\n${who}`,
    button(IDS.endAbsence, say.end, { value, confirm: ask, label: `${say.end}: ${when}` }),
  );
}

type AbsencesFacts = {
  /** The expert's own, or everybody's for staff. */
  readonly own: boolean;
  readonly all: readonly AbsenceLine[];
  readonly note: string | null;
};

/** Absences that hold and are not over (ME-1). */
export function absencesModal({ own, all, note }: AbsencesFacts, locale: Locale): Modal {
  const words = texts(locale);
  const { absences: say } = words;
  const rest = all.length - SHOWN;
  return {
    callbackId: IDS.absences,
    title: say.title,
    blocks: [
      ...(note === null ? [] : [section(note)]),
      ...(all.length === 0 ? [section(own ? say.none : say.nobody)] : []),
      ...all.slice(0, SHOWN).map((one) => line(one, own, words, locale)),
      ...(rest > 0 ? [context(say.more(rest))] : []),
      actions([button(IDS.away, say.add, { value: scopeCodec.encode({ own }), style: 'primary' })]),
    ],
  };
}

/** The form of an absence; staff choose whose it is. */
export function awayModal(data: AwayData, locale: Locale): Modal {
  const words = texts(locale);
  const { absences: say } = words;
  return {
    callbackId: IDS.away,
    title: say.form,
    submit: say.next,
    metadata: data,
    blocks: [
      ...(data.own ? [] : [searchInput({ name: IDS.expert, label: say.expert, placeholder: words.form.choose })]),
      dateInput({ name: 'first', label: say.from }),
      dateInput({ name: 'last', label: say.last, hint: say.lastHint }),
      context(say.reasons),
    ],
  };
}

export type CheckFacts = {
  readonly data: CheckData;
  /** Null: one's own. */
  readonly expert: string | null;
  readonly booked: number;
  readonly led: readonly string[];
  readonly hasSubstitutes: boolean;
  readonly chosen: Choice | null;
};

/** What an absence does, before it is written, and who stands in. */
export function awayCheckModal(facts: CheckFacts, locale: Locale): Modal {
  const words = texts(locale);
  const { absences: say } = words;
  const when = daysText(facts.data, locale);
  const led = namesText(facts.led.map(shortName), NAMES_SHOWN, locale);
  const effects = [say.booked(facts.booked), facts.led.length > 0 ? say.led(led) : say.noLed];
  const who = searchInput({
    ...{ name: IDS.substitute, label: say.who, hint: say.whoHint, placeholder: words.form.choose, optional: true },
    initial: facts.chosen ?? undefined,
  });
  return {
    callbackId: IDS.awayCheck,
    title: say.check,
    submit: say.confirm,
    metadata: facts.data,
    blocks: [
      section(facts.expert === null ? say.mine(when) : say.theirs(shortName(facts.expert), when)),
      section(effects.map((effect) => `• ${effect}`).join('\n')),
      facts.hasSubstitutes ? who : context(say.nobodyFits),
    ],
  };
}
