import type { AnyBlock, ImageBlock } from '@slack/types';
import type { Locale } from '../../../core/locale.ts';
import { context, fields, header, LIMIT, mrkdwn, plain, quoted, section } from '../../../platform/slack/blocks.ts';
import { checkboxInput, fileInput, numberInput, textInput } from '../../../platform/slack/inputs.ts';
import type { Message, Modal } from '../../../platform/slack/message.ts';
import { DATES_MAX, DESCRIPTION_MAX, IDS, LINKS_MAX, PEOPLE_MAX, PHOTOS_MAX } from '../ids.ts';
import { texts } from '../texts.ts';
import { type DateFacts, shortName, whenOf } from './names.ts';

export type ReportFormFacts = {
  readonly actionId: string;
  readonly title: string;
  /** Of the stored report; 0: none yet. */
  readonly version: number;
  readonly held: readonly DateFacts[];
  readonly kept: {
    readonly people: number;
    readonly description: string;
    readonly links: readonly string[];
    readonly photos: number;
    readonly hasConsent: boolean;
  } | null;
};

/** What Slack shows inside a message. */
const PICTURES = ['jpg', 'jpeg', 'png', 'gif'];

const heldText = (held: readonly DateFacts[], locale: Locale): string =>
  held
    .slice(0, DATES_MAX)
    .map((date) => `• ${whenOf(date, locale)}`)
    .join('\n');

/** The report of an action (OR-7): short, and with photos only where those in them agree. */
export function reportModal({ actionId, title, version, held, kept }: ReportFormFacts, locale: Locale): Modal {
  const { report } = texts(locale);
  const yes = [{ value: 'yes', text: report.consentYes }];
  const photos = { name: 'photos', label: report.photos, hint: report.photosHint };
  const room = PHOTOS_MAX - (kept?.photos ?? 0);
  return {
    ...{ callbackId: IDS.report, title: report.title, submit: report.submit, metadata: { actionId, version } },
    blocks: [
      section(report.intro(shortName(title))),
      ...(held.length > 0 ? [section(report.held(heldText(held, locale)))] : []),
      numberInput({
        ...{ name: 'people', label: report.people, hint: report.peopleHint, min: 0, max: PEOPLE_MAX },
        initial: kept ? String(kept.people) : undefined,
      }),
      textInput({
        ...{ name: 'description', label: report.description, multiline: true, max: DESCRIPTION_MAX },
        initial: kept?.description,
      }),
      textInput({
        ...{ name: 'links', label: report.links, hint: report.linksHint, multiline: true, optional: true },
        ...{ max: LINKS_MAX, initial: kept?.links.join('\n') },
      }),
      ...(room > 0 ? [fileInput({ ...photos, types: PICTURES, max: room, optional: true })] : []),
      checkboxInput({
        ...{ name: 'consent', label: report.consent, hint: report.consentHint, choices: yes, optional: true },
        initial: kept?.hasConsent ? ['yes'] : [],
      }),
      ...(kept && kept.photos > 0 ? [context(report.kept(kept.photos))] : []),
    ],
  };
}

export type ReportFacts = {
  readonly title: string;
  readonly organisation: string;
  readonly people: number;
  readonly description: string;
  readonly links: readonly string[];
  /** Slack's ids of photos, all of them with consent. */
  readonly photos: readonly string[];
  readonly held: readonly DateFacts[];
  readonly isLate: boolean;
};

const picture = (id: string, locale: Locale): ImageBlock => ({
  ...{ type: 'image', slack_file: { id }, alt_text: texts(locale).reported.photo },
});

/** The report in the organisation's channel; where Slack does not show the photos, it names how many there are. */
export function reportedMessage(facts: ReportFacts, locale: Locale): Message {
  const words = texts(locale);
  const { reported } = words;
  const links =
    facts.links.length > 0 ? `${reported.links}\n${facts.links.map((link) => `• ${link}`).join('\n')}` : null;
  const around = (pictures: readonly AnyBlock[]): readonly AnyBlock[] => [
    header(plain(reported.head(facts.title), LIMIT.header).text),
    fields([
      [reported.people, words.people(facts.people)],
      ...(facts.photos.length > 0 ? [[reported.photos, words.photos(facts.photos.length)] as const] : []),
      ...(facts.held.length > 0 ? [[reported.dates, heldText(facts.held, locale)] as const] : []),
    ]),
    quoted(facts.description),
    ...(links ? [{ type: 'section' as const, text: mrkdwn(links) }] : []),
    ...pictures,
    ...(facts.isLate ? [context(reported.late)] : []),
  ];
  const text = reported.text(shortName(facts.title));
  const bare: Message = { text, blocks: around([]) };
  if (facts.photos.length === 0) return bare;
  const pictures = facts.photos.map((id) => picture(id, locale));
  return { text, blocks: around(pictures), plainer: { isPictured: true, tries: [], last: bare } };
}
