import type { Locale } from '../../../core/locale.ts';
import type { Obligation } from '../../../platform/db/generated/client.ts';
import type { Deps } from '../../../platform/deps.ts';
import { ownerNames } from '../queries/cohort.ts';
import { ownerKeyOf } from '../rules/recipients.ts';
import { asMatters, type Matter } from './words.ts';

/** A matter as its reader sees it: `who` owes it, where that is somebody else. */
export type Read = Matter & { readonly who: string | null };

/** Matters in the words for a recipient of reminders (`person:<id>`, `place:<id>`, `staff:<id>`). */
export async function asReadBy(
  deps: Deps,
  rows: readonly Obligation[],
  recipient: string,
  locale: Locale,
): Promise<readonly Read[]> {
  const names = await ownerNames(deps.db, rows);
  const whose = ({ rows: [row] }: Matter): string | null =>
    row && ownerKeyOf(row) !== recipient ? (names.get(row.id) ?? null) : null;
  return (await asMatters(deps, rows, locale)).map((one) => ({ ...one, who: whose(one) }));
}

const STAFF = 'staff:';

/** The cohort whose staff the recipient is; null for others. */
export const staffIn = (recipient: string): string | null =>
  recipient.startsWith(STAFF) ? recipient.slice(STAFF.length) : null;
