import type { Db, Tx } from '../../../platform/db/client.ts';
import type { Deps } from '../../../platform/deps.ts';
import type { Basis } from '../ids.ts';
import { definitions } from '../input/definitions.ts';
import { cohortById } from '../queries.ts';
import { definitionKey, definitionOf, type ProgrammeDefinition } from '../rules/definition/index.ts';
import { withoutDates } from '../rules/plan.ts';

/** What a new cohort begins with: settings, numbers and, unless it is a copy, the dates of its programme's plan. */
export type Beginning = {
  readonly definition: ProgrammeDefinition;
  readonly places: number | null;
  readonly grantGrosze: number;
  readonly voucherGrosze: number;
  /** The cohort it is copied from. */
  readonly source: { readonly id: string; readonly name: string } | null;
};

/** The beginning that a basis stands for; null when the edition or cohort is not there any more (CO-1). */
export async function beginningOf(deps: Deps, db: Db | Tx, from: Basis): Promise<Beginning | null> {
  if ('definition' in from) {
    const definition = definitions(deps).find((one) => definitionKey(one) === from.definition);
    if (!definition) return null;
    const { places, grantGrosze, voucherGrosze } = definition;
    return { definition, places, grantGrosze, voucherGrosze, source: null };
  }
  const cohort = await cohortById(db, from.cohort);
  if (!cohort) return null;
  const { id, name, places, grantGrosze, voucherGrosze } = cohort;
  return { definition: withoutDates(definitionOf(cohort)), places, grantGrosze, voucherGrosze, source: { id, name } };
}
