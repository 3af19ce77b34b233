import type { AnyBlock } from '@slack/types';
import { formatShortDay } from '../../../core/dates-text.ts';
import type { Locale } from '../../../core/locale.ts';
import { clip } from '../../../core/text.ts';
import { actions, button, context, section, typedShort } from '../../../platform/slack/blocks.ts';
import type { Modal } from '../../../platform/slack/message.ts';
import { IDS, pageCodec } from '../ids.ts';
import type { Expert } from '../queries.ts';
import { awayUntil, type ExpertField, fieldName } from '../rules/index.ts';
import { type ExpertsTexts, regionNames, texts } from '../texts.ts';

const PAGE_SIZE = 8;
const NAME_SHOWN = 150;
const LIST_SHOWN = 400;

type Shown = { readonly fields: readonly ExpertField[]; readonly today: string; readonly locale: Locale };

function row(expert: Expert, { fields, today, locale }: Shown): AnyBlock {
  const words = texts(locale);
  const away = awayUntil(expert.absences, today);
  const marks = [
    words.list.load(expert.load, expert.maxLoad),
    ...(expert.ties.length > 0 ? [words.list.ties(expert.ties.length)] : []),
    ...(away === null ? [] : [words.list.away(formatShortDay(away, locale))]),
    ...(expert.isDeactivated ? [words.list.inactive] : []),
    ...(expert.heldIn.length === 0 ? [words.list.noRole] : []),
  ];
  const offers = expert.fields.map((key) => fieldName(fields, key, locale)).join(', ');
  const regions = regionNames(expert.regions, locale);
  const open = button(IDS.open, words.list.open, {
    value: expert.personId,
    label: `${words.list.open}: ${expert.name}`,
  });
  const name = typedShort(expert.name, NAME_SHOWN);
  return section(
    `*${name}* – ${marks.join(', ')}\n${typedShort(offers, LIST_SHOWN)}\n${clip(regions, LIST_SHOWN)}`,
    open,
  );
}

function pager(page: number, pages: number, words: ExpertsTexts): readonly AnyBlock[] {
  if (pages <= 1) return [];
  const to = (target: number) => pageCodec.encode({ page: target });
  return [
    actions([
      ...(page > 0 ? [button(IDS.previous, words.list.previous, { value: to(page - 1) })] : []),
      ...(page < pages - 1 ? [button(IDS.next, words.list.next, { value: to(page + 1) })] : []),
    ]),
    context(words.list.page(page + 1, pages)),
  ];
}

/** The experts with load against limit, and who is away on the civil date `today`; eight a page, beyond the end the last one. */
export function expertList(
  experts: readonly Expert[],
  fields: readonly ExpertField[],
  { page: wanted, today }: { readonly page: number; readonly today: string },
  locale: Locale,
): Modal {
  const words = texts(locale);
  const pages = Math.max(1, Math.ceil(experts.length / PAGE_SIZE));
  const page = Math.min(wanted, pages - 1);
  const shown = experts.slice(page * PAGE_SIZE, (page + 1) * PAGE_SIZE);
  const rows = shown.map((expert) => row(expert, { fields, today, locale }));
  return {
    callbackId: IDS.list,
    title: words.list.title,
    blocks: [
      section(experts.length > 0 ? words.list.heading(experts.length) : words.list.none),
      ...rows,
      ...pager(page, pages, words),
    ],
  };
}
