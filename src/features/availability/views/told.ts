import type { Locale } from '../../../core/locale.ts';
import { actions, button, section } from '../../../platform/slack/blocks.ts';
import type { Message } from '../../../platform/slack/message.ts';
import { IDS, scopeCodec } from '../ids.ts';
import type { Absence } from '../rules/index.ts';
import { daysText, namesText, texts } from '../texts.ts';
import { shortName } from './names.ts';

const NAMES_SHOWN = 10;

export type AwayTold = Pick<Absence, 'from' | 'last'> & {
  readonly to: 'staff' | 'substitute' | 'expert';
  readonly expert: string;
  readonly substitute: string | null;
  readonly led: readonly string[];
  readonly isByStaff: boolean;
  /** It is taken back, or ends early. */
  readonly isBack: boolean;
};

function lines(told: AwayTold, locale: Locale): readonly string[] {
  const { notices: say } = texts(locale);
  const name = shortName(told.expert);
  const when = daysText(told, locale);
  const led = namesText(told.led.map(shortName), NAMES_SHOWN, locale);
  const hasLed = told.led.length > 0;
  if (told.to === 'expert') return [told.isBack ? say.expertBack(when) : say.expert(when)];
  if (told.to === 'substitute') {
    return told.isBack
      ? [say.standInBack(name, when)]
      : [say.standIn(name, when), ...(hasLed ? [say.standInLed(led)] : [])];
  }
  if (told.isBack) return [say.staffBack(name, when)];
  return [
    say.staff(name, when),
    ...(hasLed ? [say.led(led)] : []),
    told.substitute === null ? say.noSubstitute : say.substitute(shortName(told.substitute)),
    ...(told.isByStaff ? [say.byStaff] : []),
  ];
}

/** An absence, for staff, the substitute, or the expert for whom it was written. */
export function awayMessage(told: AwayTold, locale: Locale): Message {
  const words = texts(locale);
  const said = lines(told, locale);
  const value = scopeCodec.encode({ own: told.to === 'expert' });
  const buttons = told.to === 'substitute' ? [] : [actions([button(IDS.absences, words.list.absences, { value })])];
  return { text: said[0] ?? '', blocks: [section(said.join('\n')), ...buttons] };
}

/** Who helps meanwhile, for an organisation's channel. */
export function standsInMessage(
  told: Pick<AwayTold, 'from' | 'last' | 'expert' | 'isBack'> & { readonly substitute: string },
  locale: Locale,
): Message {
  const { notices: say } = texts(locale);
  const [name, when] = [shortName(told.expert), daysText(told, locale)];
  const text = told.isBack
    ? say.organisationBack(name, when)
    : say.organisation(name, when, shortName(told.substitute));
  return { text, blocks: [section(text)] };
}
