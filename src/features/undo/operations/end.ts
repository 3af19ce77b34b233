import type { Tx } from '../../../platform/db/client.ts';
import type { Prisma, WaitingAct } from '../../../platform/db/generated/client.ts';
import type { Deps } from '../../../platform/deps.ts';
import { type Doer, record } from '../../journal/public.ts';
import { type ActStep, next, stateOf } from '../rules.ts';

/** JSON as a column takes it; nothing at all is left out. */
export const asJson = (value: unknown): Prisma.InputJsonValue => JSON.parse(JSON.stringify(value ?? {}));

type Ending = {
  readonly step: ActStep;
  /** The bot ends it at its moment. */
  readonly doer: Doer;
  readonly result?: unknown;
  readonly refusal?: string;
};

/** Writes how an act ended, with its journal line. The caller holds the row. */
export async function end(deps: Deps, tx: Tx, row: WaitingAct, now: Date, ending: Ending): Promise<void> {
  const { step, doer, result, refusal } = ending;
  const to = next(stateOf(row.state), step);
  if (!to) throw new Error(`No ${step} from ${row.state}`);
  await tx.waitingAct.update({
    where: { id: row.id },
    data: {
      ...{ state: to, endedAt: now, endedBy: doer === 'bot' ? null : doer.personId, refusal: refusal ?? null },
      ...(step === 'do' ? { result: asJson(result) } : {}),
    },
  });
  await record(deps, tx, doer, now, {
    ...{ act: `undo.${step}`, subject: 'waiting_act', subjectId: row.id, cohortId: row.cohortId },
    ...{ from: row.state, to, reason: refusal ?? null, detail: { kind: row.kind, key: row.key } },
  });
}
