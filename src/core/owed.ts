import type { CivilMoment } from './calendar/index.ts';

/** Who owes: one person, an organisation (whoever of it is there), or the staff of a cohort. */
export type Owner = { readonly person: string } | { readonly organisation: string } | { readonly staffOf: string };

/** A matter as a feature's rules say it: who owes what, by when. Words and button are made when it is shown. */
export type Owed = {
  /** One matter, one key: `assignments.answer:<assignment id>`. */
  readonly key: string;
  /** `feature.matter`, the name under which the feature contributes its words. */
  readonly kind: string;
  /** What the words need: ids, never people's contact data. */
  readonly params: Readonly<Record<string, string | number | boolean | null>>;
  readonly by: Owner;
  readonly cohortId: string;
  readonly participationId?: string;
  /** The civil moment by which it is owed (T1). */
  readonly due?: CivilMoment;
  /** Before this moment it is not owed yet. */
  readonly startsAt?: Date;
  /** From this moment on it is not owed any more, whatever happens. */
  readonly endsAt?: Date;
};

export type OwnerKind = 'person' | 'organisation' | 'staff';

/** The owner that two columns stand for. */
export function ownerFrom({ ownerKind, ownerId }: { readonly ownerKind: string; readonly ownerId: string }): Owner {
  if (ownerKind === 'person') return { person: ownerId };
  if (ownerKind === 'organisation') return { organisation: ownerId };
  if (ownerKind === 'staff') return { staffOf: ownerId };
  throw new Error(`not an owner: ${ownerKind}`);
}

/** The owner as two columns. */
export function ownerOf(by: Owner): { readonly ownerKind: OwnerKind; readonly ownerId: string } {
  if ('person' in by) return { ownerKind: 'person', ownerId: by.person };
  if ('organisation' in by) return { ownerKind: 'organisation', ownerId: by.organisation };
  return { ownerKind: 'staff', ownerId: by.staffOf };
}
