import type { Db, Tx } from '../../../platform/db/client.ts';
import type { Deps } from '../../../platform/deps.ts';
import {
  cohortById,
  definitionOf,
  type ProgrammeDefinition,
  reminderRuleOf,
  reminderSettingsOf,
} from '../../programmes/public.ts';
import { addressesOf, type Reminded, saidTo } from '../queries/reminded.ts';
import type { OpenObligation } from '../rules/obligation.ts';
import { plan } from '../rules/plan.ts';
import { type Addresses, recipientsOf } from '../rules/recipients.ts';
import { isPaused, matterOf } from '../rules/standing.ts';

const DAY = 86_400_000;
/** A week and the hours by which zones differ: as far back as the noise budget looks. */
const BACK = 8 * DAY;

function asOpen(row: Reminded, definition: ProgrammeDefinition, addresses: Addresses): OpenObligation {
  return {
    ...matterOf(row),
    endsAt: row.endsAt,
    rule: reminderRuleOf(definition, row.kind),
    recipients: recipientsOf(row, addresses),
    isPaused: isPaused(row.params),
    snoozedUntil: row.snoozedUntil,
    reminded: row.reminders.map(({ key, recipient: to, at }) => ({ key, to, at })),
  };
}

async function addressesFor(deps: Deps, db: Db | Tx, rows: readonly Reminded[]): Promise<Addresses> {
  const places = [...new Set(rows.flatMap((row) => row.participationId ?? []))];
  const experts = new Map<string, string>();
  for (const lead of deps.offers.leads) for (const [place, id] of await lead(db, places)) experts.set(place, id);
  const owners = rows.filter((row) => row.ownerKind === 'person').map((row) => row.ownerId);
  return { ...(await addressesOf(db, [...owners, ...experts.values()], places)), experts };
}

/** `saidUntil`: how far the cohort's reminders are said. `to`: included; the present moment for a tick. */
export type Glance = { readonly saidUntil: Date; readonly now: Date; readonly to: Date };

/**
 * What is to be said about these matters of a cohort by the present moment and up to `to`: one planner with one input
 * for the tick that says it and for the outbox that shows it, so that both are the same. Null: no such cohort.
 */
export async function foresee(
  deps: Deps,
  db: Db | Tx,
  cohortId: string,
  rows: readonly Reminded[],
  { saidUntil, now, to }: Glance,
) {
  const cohort = await cohortById(db, cohortId);
  if (!cohort) return null;
  const definition = definitionOf(cohort);
  const settings = reminderSettingsOf(definition);
  const addresses = await addressesFor(deps, db, rows);
  const known = rows.map((row) => ({ row, one: asOpen(row, definition, addresses) }));
  const lanes = [
    ...new Set(known.flatMap(({ one }) => Object.values(one.recipients).flatMap((whom) => whom?.key ?? []))),
  ];
  const sent = await saidTo(db, lanes, new Date(now.getTime() - BACK));
  const from = saidUntil < now ? saidUntil : new Date(now.getTime() - 1);
  const messages = plan({ obligations: known.map(({ one }) => one), sent, settings, from, to, now });
  return { cohort, known, addresses, settings, messages };
}

export type Foresight = NonNullable<Awaited<ReturnType<typeof foresee>>>;
