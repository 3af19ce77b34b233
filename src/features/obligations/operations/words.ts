import type { Locale } from '../../../core/locale.ts';
import type { Obligation } from '../../../platform/db/generated/client.ts';
import type { Deps } from '../../../platform/deps.ts';
import type { MatterWords, ObligationKind } from '../../../platform/feature.ts';
import { type Grouped, grouped } from '../rules/list.ts';

/** A matter ready to be shown; `rows` holds more than one where many are said together. */
export type Matter = { readonly rows: readonly Obligation[]; readonly due: Date | null; readonly words: MatterWords };

const soonest = (rows: readonly Obligation[]): Date | null =>
  rows.reduce<Date | null>((first, { dueAt }) => (dueAt && (!first || dueAt < first) ? dueAt : first), null);

/** Who has the words for a kind: its own contribution, or that of its family (`deadlines.*`). */
function offerFor(deps: Deps, kind: string): ObligationKind | undefined {
  const family = `${kind.slice(0, kind.indexOf('.'))}.*`;
  return deps.offers.obligations.get(kind) ?? deps.offers.obligations.get(family);
}

/** The words of every single matter, one question for each kind. */
export async function wordsById(
  deps: Deps,
  rows: readonly Obligation[],
  locale: Locale,
): Promise<ReadonlyMap<string, MatterWords>> {
  const kinds = [...new Set(rows.map((row) => row.kind))];
  const found = await Promise.all(
    kinds.map(async (kind) => {
      const offer = offerFor(deps, kind);
      if (!offer) throw new Error(`No feature has words for matters of the kind ${kind}`);
      return offer.words(
        deps,
        rows.filter((row) => row.kind === kind),
        locale,
      );
    }),
  );
  return new Map(found.flatMap((words) => [...words]));
}

/**
 * Puts matters into words, in their order; those that have none any more are left out. Staff see many of a kind in one
 * line, unless they ask for each.
 */
export async function asMatters(
  deps: Deps,
  rows: readonly Obligation[],
  locale: Locale,
  { each = false } = {},
): Promise<readonly Matter[]> {
  const groups = grouped(
    rows,
    ({ ownerKind, kind }) => !each && ownerKind === 'staff' && Boolean(offerFor(deps, kind)?.together),
  );
  const single = groups.filter((group) => !group.together).flatMap((group) => group.rows);
  const byId = await wordsById(deps, single, locale);
  const wordsOf = async ({ kind, rows: of, together }: Grouped<Obligation>): Promise<MatterWords | undefined> =>
    together ? offerFor(deps, kind)?.together?.(deps, of, locale) : byId.get(of[0]?.id ?? '');
  const all = await Promise.all(
    groups.map(async (group) => ({ rows: group.rows, due: soonest(group.rows), words: await wordsOf(group) })),
  );
  return all.flatMap(({ words, ...rest }) => (words ? [{ ...rest, words }] : []));
}
