import type { Locale } from '../../../core/locale.ts';
import type { Cohort } from '../../../platform/db/generated/client.ts';
import type { Deps } from '../../../platform/deps.ts';
import { namesOfMatters } from '../../obligations/public.ts';
import { findPeople } from '../../people/public.ts';
import { type Entry, outboxOf, renderedWords } from '../operations/index.ts';
import { organisationsOfChannels } from '../queries.ts';
import { type Counted, figuresOf } from '../rules/index.ts';
import { type Outbox, type OutboxRow, PAGE, type Recipient } from '../views/index.ts';
import { whyOf } from './why.ts';

const idsOf = (entries: readonly Entry[], kind: Entry['whom']['kind']): readonly string[] => [
  ...new Set(entries.filter(({ whom }) => whom.kind === kind).map(({ whom }) => whom.id)),
];

type Named = Pick<Cohort, 'id' | 'name' | 'channelId' | 'staffChannelId'>;

/**
 * Who the messages are for, by name: one question for all people and one for all channels. Where the name alone would
 * tell what is nobody's business, it is words of the message's own.
 */
export async function recipientsOf(deps: Deps, cohort: Named, entries: readonly Entry[], locale: Locale) {
  const [people, organisations] = await Promise.all([
    findPeople(deps.db, idsOf(entries, 'person')),
    organisationsOfChannels(deps.db, idsOf(entries, 'channel')),
  ]);
  const names = new Map(people.map(({ id, name }) => [id, name]));
  const unnamed = ({ of }: Entry): string | null =>
    ('notice' in of && deps.offers.notices.get(of.notice.kind)?.receivers?.(locale)) || null;
  return (entry: Entry): Recipient => {
    const { kind, id } = entry.whom;
    if (kind === 'staff' || id === cohort.staffChannelId) return { kind: 'staff' };
    if (kind === 'person') return { kind, name: unnamed(entry) ?? names.get(id) ?? null };
    if (kind === 'somebody') return { kind: 'person', name: id };
    const name = organisations.get(id);
    if (name) return { kind: 'organisation', name };
    return id === cohort.channelId ? { kind: 'cohort' } : { kind: 'channel', id };
  };
}

/** What messages say: reminders by the names of their matters, all at once; other notices by their first words. */
async function sayingsOf(deps: Deps, entries: readonly Entry[], locale: Locale) {
  const matters = entries.flatMap(({ of }) => ('items' in of ? of.items.map(({ obligation }) => obligation) : []));
  const names = await namesOfMatters(deps, matters, locale);
  const nameOf = ({ whom }: Entry, id: string): string | null => {
    const matter = names.get(id);
    if (!matter) return null;
    // In its own channel an organisation is not named.
    return whom.kind === 'channel' || !matter.organisation ? matter.what : `${matter.organisation}: ${matter.what}`;
  };
  return async (entry: Entry): Promise<string | null> => {
    const { of, words } = entry;
    if (words !== null) return words;
    if ('foreseen' in of) return of.foreseen.what;
    if ('notice' in of) return renderedWords(deps, of.notice, locale);
    return of.items.map(({ obligation }) => nameOf(entry, obligation.id)).find((name) => name !== null) ?? null;
  };
}

const countedOf = ({ at, whom }: Entry): Counted => ({
  at,
  recipient: `${whom.kind} ${whom.id}`,
  isPerson: whom.kind === 'person',
});

/** One page of a cohort's outbox, ready to be shown. A page beyond the last is the last. */
export async function pageOf(deps: Deps, cohort: Named, now: Date, wanted: number, locale: Locale): Promise<Outbox> {
  const entries = await outboxOf(deps, deps.db, cohort.id, now, locale);
  const page = Math.min(wanted, Math.max(1, Math.ceil(entries.length / PAGE)));
  const shown = entries.slice((page - 1) * PAGE, page * PAGE);
  const [toOf, saysOf] = await Promise.all([recipientsOf(deps, cohort, shown, locale), sayingsOf(deps, shown, locale)]);
  const rows = shown.map(async (entry): Promise<OutboxRow> => {
    const { at, state, row, words, of } = entry;
    return {
      ...{ at, state, row, to: toOf(entry), why: whyOf(entry, locale), what: await saysOf(entry) },
      ...{
        more: 'items' in of && words === null ? of.items.length - 1 : 0,
        isReworded: words !== null,
        isLate: at <= now,
      },
    };
  });
  const going = entries.filter(({ state }) => state !== 'held');
  return {
    ...{ cohortId: cohort.id, cohort: cohort.name, page, total: entries.length, rows: await Promise.all(rows) },
    ...{ figures: figuresOf(going.map(countedOf)), held: entries.length - going.length },
  };
}
