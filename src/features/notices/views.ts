import { formatMoment } from '../../core/dates-text.ts';
import type { Locale } from '../../core/locale.ts';
import { button, context, header, section, typed } from '../../platform/slack/blocks.ts';
import type { Message } from '../../platform/slack/message.ts';
import { IDS } from './ids.ts';
import type { Undelivered } from './queries.ts';
import { type NoticesTexts, texts } from './texts.ts';

function recipient(notice: Undelivered['rows'][number], words: NoticesTexts): string {
  if (notice.targetKind === 'person') return words.to(typed(notice.personName ?? '?'));
  return notice.targetKind === 'channel' ? words.toChannel(notice.target) : words.toStaff;
}

/** Messages that did not arrive: to whom, when, why, and the button that tries again. */
export function undeliveredList(list: Undelivered, locale: Locale): Message {
  const words = texts(locale);
  const heading = words.heading(list.total);
  const rows = list.rows.flatMap((notice) => {
    const to = recipient(notice, words);
    const why = words.failures[notice.failure ?? ''] ?? words.otherFailure(notice.failure ?? '?');
    return [
      section(`*${to}*\n${why}`, button(IDS.retry, words.retry, { value: notice.id })),
      context(words.written(formatMoment(notice.createdAt, locale))),
    ];
  });
  const more = list.total > list.rows.length ? [context(words.more(list.total - list.rows.length))] : [];
  return { text: heading, blocks: [header(heading), ...(rows.length > 0 ? rows : [section(words.none)]), ...more] };
}
