import type { Locale } from '../../../core/locale.ts';
import type { Notice } from '../../../platform/db/generated/client.ts';
import type { Deps } from '../../../platform/deps.ts';
import { plainWords } from '../../../platform/slack/words.ts';
import { reminderWords } from '../../obligations/public.ts';
import { findPeople, localeOfPerson } from '../../people/public.ts';
import type { Entry, Whom } from './gather.ts';

/** What a notice would say now, in plain words; null when it has nothing to say or it cannot be told. */
export async function renderedWords(deps: Deps, { id, kind, params }: Notice, locale: Locale): Promise<string | null> {
  try {
    const message = await deps.offers.notices.get(kind)?.render(deps, params, locale);
    return message ? plainWords(message) : null;
  } catch (err) {
    deps.log.warn({ noticeId: id, kind, err }, 'notice not rendered for the outbox');
    return null;
  }
}

/** Channels are spoken to in Polish, people in their language. */
async function localeFor(deps: Deps, { kind, id }: Whom): Promise<Locale> {
  if (kind !== 'person') return 'pl';
  const [person] = await findPeople(deps.db, [id]);
  return person ? localeOfPerson(person) : 'pl';
}

/** A recipient of reminders by their name there; channels are those of organisations' places. */
const recipientOf = ({ kind, id }: Whom, participationId: string | null | undefined): string =>
  kind === 'channel' ? `place:${participationId}` : `${kind}:${id}`;

/** The words that a message would be sent with now, in its receiver's language, for staff to change them. */
export async function wordsOfEntry(deps: Deps, entry: Entry): Promise<string> {
  if (entry.words !== null) return entry.words;
  const locale = await localeFor(deps, entry.whom);
  if ('items' in entry.of) {
    const rows = entry.of.items.map(({ obligation }) => obligation);
    return reminderWords(deps, rows, recipientOf(entry.whom, rows[0]?.participationId), locale);
  }
  return 'notice' in entry.of ? ((await renderedWords(deps, entry.of.notice, locale)) ?? '') : entry.of.foreseen.what;
}
