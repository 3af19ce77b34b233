import { type Outcome, ok, refuse } from '../../../core/outcome.ts';
import type { Tx } from '../../../platform/db/client.ts';
import type { Deps } from '../../../platform/deps.ts';
import { type Doer, record } from '../../journal/public.ts';
import { type OrganisationRow, sharingNumber } from '../queries.ts';
import { contradicts, normalised, type OrganisationFacts } from '../rules.ts';

export type FoundOrCreated = { readonly id: string; readonly created: boolean };

/**
 * The organisation with these numbers, made when no number is known yet (O1, 45). A known one takes the newest name,
 * town and register, and numbers it lacked; the former name stays in the journal.
 *
 * Refuses `identifiers_disagree` when the numbers belong to different organisations, or contradict what is known.
 * Two transactions making the same organisation at once: the second fails with a unique violation; run it again.
 */
export async function findOrCreateOrganisation(
  deps: Deps,
  tx: Tx,
  doer: Doer,
  at: Date,
  facts: OrganisationFacts,
): Promise<Outcome<FoundOrCreated, 'identifiers_disagree'>> {
  const given = normalised(facts);
  const known = await tx.organisation.findMany({ where: sharingNumber(given) });
  const [first, ...others] = known;
  if (!first) return ok({ id: await create(deps, tx, doer, at, given), created: true });
  if (others.length > 0 || contradicts(first, given)) {
    return refuse('identifiers_disagree', { organisationIds: known.map(({ id }) => id) });
  }
  await refresh(deps, tx, doer, at, { known: first, given });
  return ok({ id: first.id, created: false });
}

async function create(deps: Deps, tx: Tx, doer: Doer, at: Date, facts: OrganisationFacts): Promise<string> {
  const id = deps.ids.next();
  const { name, legalForm, registerType, registerName, registerNumber, nip, regon, town, voivodeship } = facts;
  const row = { name, legalForm, registerType, registerName, registerNumber, nip, regon, town, voivodeship };
  await tx.organisation.create({ data: { id, ...row, createdAt: at, version: 1 } });
  await record(deps, tx, doer, at, {
    act: 'organisations.create',
    subject: 'organisation',
    subjectId: id,
    to: name,
    detail: { registerType, registerNumber, nip, regon },
  });
  return id;
}

type Meeting = { readonly known: OrganisationRow; readonly given: OrganisationFacts };

/** Writes what changed since the organisation was last met, and nothing when nothing did. */
async function refresh(deps: Deps, tx: Tx, doer: Doer, at: Date, { known, given }: Meeting): Promise<void> {
  const { name, legalForm, registerType, registerName, registerNumber, town, voivodeship } = given;
  const numbers = { nip: known.nip ?? given.nip, regon: known.regon ?? given.regon };
  const now = { name, legalForm, registerType, registerName, registerNumber, town, voivodeship, ...numbers };
  const changed = Object.entries(now).filter(([key, value]) => known[key as keyof typeof now] !== value);
  if (changed.length === 0) return;
  await tx.organisation.update({ where: { id: known.id }, data: { ...now, version: { increment: 1 } } });
  await record(deps, tx, doer, at, {
    act: known.name === name ? 'organisations.update' : 'organisations.rename',
    subject: 'organisation',
    subjectId: known.id,
    from: known.name,
    to: name,
    detail: Object.fromEntries(changed),
  });
}
