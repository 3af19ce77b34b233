import type { PlainTextOption, StaticSelect } from '@slack/types';
import { formatMoment } from '../../../core/dates-text.ts';
import type { Locale } from '../../../core/locale.ts';
import { clip } from '../../../core/text.ts';
import { LIMIT, option, plain, typed } from '../../../platform/slack/blocks.ts';
import type { Choice } from '../../../platform/slack/message.ts';
import type { HistoryEntry } from '../queries/review.ts';
import { groupOf } from '../rules/groups.ts';
import type { DecisionTexts } from '../texts/decisions.ts';

const NAME_SHOWN = 150;

type Named = {
  readonly organisationName: string | null;
  readonly organisation: { readonly name: string; readonly town: string } | null;
  readonly answers: unknown;
};

const answered = (application: Named, key: string): string => {
  const value = (application.answers as Readonly<Record<string, unknown>> | null)?.[key];
  return typeof value === 'string' ? value : '';
};

/** The organisation's name as it stands in the application, short enough for a line. */
export const nameOf = (application: Named): string =>
  clip(application.organisationName ?? application.organisation?.name ?? '?', NAME_SHOWN);

export const townOf = (application: Named): string =>
  clip(answered(application, 'town') || application.organisation?.town || '', NAME_SHOWN);

export { answered };

/** "nr 12", or that there is none yet. */
export const numberOf = (number: number | null, words: DecisionTexts): string =>
  number === null ? words.list.noNumber : words.list.number(number);

type Standing = {
  readonly state: string;
  readonly preparedDecision: string | null;
  readonly reservePosition: number | null;
};

/** State and prepared decision in one phrase: "lista rezerwowa, pozycja 3 (przygotowano)". */
export function standingWords(application: Standing, words: DecisionTexts): string {
  const { state, preparedDecision, reservePosition } = application;
  const group = groupOf(state, preparedDecision);
  if (group === null) return state;
  const position = group === 'reserve' && reservePosition !== null ? `, ${words.list.position(reservePosition)}` : '';
  const prepared = group === preparedDecision && state !== preparedDecision ? ` (${words.list.prepared})` : '';
  return `${words.groups[group]}${position}${prepared}`;
}

/** A line of the application's history: when, who, what. */
export function historyLine(entry: HistoryEntry, locale: Locale, words: DecisionTexts): string {
  const person = entry.person ? typed(entry.person) : words.review.somebody;
  const by = entry.byBot ? words.review.bot : person;
  const act = words.acts[entry.act] ?? words.otherAct;
  const outcome = entry.to ? words.outcomes[entry.to] : undefined;
  return `${formatMoment(entry.at, locale)} – ${by}: ${act}${outcome ? ` (${outcome})` : ''}`;
}

/** A menu that acts as soon as something is chosen. */
export function menu(id: string, placeholder: string, choices: readonly Choice[], chosen: string): StaticSelect {
  const options: PlainTextOption[] = choices.slice(0, LIMIT.options).map(option);
  const initial = options.find((one) => one.value === chosen);
  return {
    type: 'static_select',
    action_id: id,
    placeholder: plain(placeholder, LIMIT.placeholder),
    options,
    ...(initial ? { initial_option: initial } : {}),
  };
}
