import type { Actor } from '../../../core/actor.ts';
import { WARSAW } from '../../../core/calendar/index.ts';
import { type Outcome, ok, refuse } from '../../../core/outcome.ts';
import { slug, withSuffix } from '../../../core/slug.ts';
import type { Tx } from '../../../platform/db/client.ts';
import { isUniqueViolation } from '../../../platform/db/errors.ts';
import { inTransaction } from '../../../platform/db/transaction.ts';
import type { Deps } from '../../../platform/deps.ts';
import { record } from '../../journal/public.ts';
import { cannotHoldRole, grantRole, knowPerson } from '../../people/public.ts';
import type { Basis } from '../ids.ts';
import { type CallWindow, canSetUp, instantsOf } from '../rules/calls.ts';
import { type Beginning, beginningOf } from './basis.ts';
import { touchCohortCard } from './touch.ts';

export type NewCohort = {
  /** Made when the form was opened: the same form sent twice makes one cohort (R3). */
  readonly cohortId: string;
  readonly basis: Basis;
  readonly name: string;
  readonly places: number;
  readonly grantGrosze: number;
  readonly voucherGrosze: number;
  /** The call of the first stage; null when its dates are set later. */
  readonly call: CallWindow | null;
  /** Slack users who become staff of this cohort. */
  readonly staff: readonly string[];
};

type PersonRefusal = 'unknown_person' | 'is_bot' | 'is_deactivated' | 'is_foreign';
export type CreateRefusal = PersonRefusal | 'not_allowed' | 'unknown_basis' | 'name_used';

/** Room for `-zespol` and a suffix within Slack's 80 characters. */
const SLUG_MAX = 68;

/** Who the named Slack users are; refuses bots, deactivated accounts and people of other workspaces. */
async function meetStaff(deps: Deps, now: Date, users: readonly string[]): Promise<Outcome<string[], PersonRefusal>> {
  const ids: string[] = [];
  for (const user of users) {
    const known = await knowPerson(deps, user, now);
    if (!known.ok) return known;
    const refusal = cannotHoldRole(known.value) ?? (known.value.isForeign ? 'is_foreign' : null);
    if (refusal) return refuse(refusal);
    ids.push(known.value.id);
  }
  return ok(ids);
}

async function freeSlug(tx: Tx, name: string): Promise<string> {
  const base = slug(name, SLUG_MAX, 'edycja');
  const like = await tx.cohort.findMany({
    where: { slug: { startsWith: base.slice(0, SLUG_MAX - 4) } },
    select: { slug: true },
  });
  const taken = new Set(like.map((one) => one.slug));
  let free = base;
  for (let n = 2; taken.has(free); n += 1) free = withSuffix(base, n, SLUG_MAX);
  return free;
}

/** Writes the call of a stage; its instants are kept beside the civil moments (T1). Returns its id. */
export async function writeCall(
  deps: Deps,
  tx: Tx,
  cohortId: string,
  stage: number,
  window: CallWindow,
): Promise<string> {
  const id = deps.ids.next();
  const fresh = { releasedAt: null, releasedBy: null, nextNumber: 1, version: 1 };
  await tx.call.create({ data: { id, cohortId, stage, zone: WARSAW, ...window, ...instantsOf(window), ...fresh } });
  return id;
}

async function write(
  deps: Deps,
  tx: Tx,
  actor: Actor,
  now: Date,
  wanted: NewCohort & { beginning: Beginning; personIds: string[] },
) {
  const { cohortId: id, name, places, grantGrosze, voucherGrosze, beginning } = wanted;
  await tx.cohort.create({
    data: {
      id,
      programmeKey: beginning.definition.programme,
      definition: beginning.definition,
      name,
      slug: await freeSlug(tx, name),
      places,
      grantGrosze,
      voucherGrosze,
      endsOn: beginning.definition.endsOn,
      copiedFromId: beginning.source?.id ?? null,
      createdAt: now,
      createdBy: actor.personId,
      version: 1,
    },
  });
  if (wanted.call) await writeCall(deps, tx, id, 1, wanted.call);
  for (const personId of wanted.personIds)
    await grantRole(deps, tx, actor, now, { personId, role: 'staff', cohortId: id });
  await record(deps, tx, actor, now, {
    act: 'programmes.create_cohort',
    subject: 'cohort',
    subjectId: id,
    cohortId: id,
    to: wanted.call ? 'with_call' : 'without_call',
    detail: {
      programme: beginning.definition.programme,
      copiedFrom: beginning.source?.id ?? null,
      places,
      grantGrosze,
      voucherGrosze,
    },
  });
  await touchCohortCard(deps, tx, id);
}

/**
 * Sets up a cohort with the call of its first stage, its staff and the job that makes its channels (CO-1).
 * Sums in grosze, the call's moments civil in Warsaw. Refuses a name in use and people who cannot be staff.
 */
export async function createCohort(
  deps: Deps,
  actor: Actor,
  now: Date,
  wanted: NewCohort,
): Promise<Outcome<{ readonly id: string; readonly name: string }, CreateRefusal>> {
  if (!canSetUp(actor)) return refuse('not_allowed');
  const staff = await meetStaff(deps, now, wanted.staff);
  if (!staff.ok) return staff;
  const made = ok({ id: wanted.cohortId, name: wanted.name });
  try {
    return await inTransaction(deps.db, async (tx) => {
      if (await tx.cohort.findUnique({ where: { id: wanted.cohortId } })) return made;
      const beginning = await beginningOf(deps, tx, wanted.basis);
      if (!beginning) return refuse('unknown_basis');
      const sameName = { equals: wanted.name, mode: 'insensitive' } as const;
      const namesake = await tx.cohort.findFirst({ where: { name: sameName }, select: { id: true } });
      // The same form's other copy may have been written since the first look.
      if (namesake) return namesake.id === wanted.cohortId ? made : refuse('name_used');
      await write(deps, tx, actor, now, { ...wanted, beginning, personIds: staff.value });
      return made;
    });
  } catch (error) {
    if (isUniqueViolation(error, 'Cohort_pkey')) return made;
    if (isUniqueViolation(error, 'Cohort_slug_key')) return refuse('name_used');
    throw error;
  }
}
