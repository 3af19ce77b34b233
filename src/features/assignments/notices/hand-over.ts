import { z } from 'zod';
import type { Deps } from '../../../platform/deps.ts';
import { defineNotice } from '../../../platform/feature.ts';
import { expertFields } from '../../experts/public.ts';
import { findPeople } from '../../people/public.ts';
import { NOTICES } from '../ids.ts';
import { briefOf } from '../operations/brief.ts';
import { assignmentById, type HandOverRow, handOverById } from '../queries/index.ts';
import { briefMessage, handingOverMessage, leftMessage, partingMessage, staysMessage } from '../views/index.ts';

const one = z.object({ handOverId: z.uuid() });

const nameOf = async ({ db }: Deps, personId: string): Promise<string> =>
  (await findPeople(db, [personId]))[0]?.name ?? '?';

/** Whether the former expert still leads, and is going to leave. */
const isAhead = ({ state, leftAt }: HandOverRow): boolean => state === 'open' && leftAt === null;

/** To the expert whose organisation is to pass on, while they still lead it. */
export const handingOverNotice = defineNotice(NOTICES.handingOver, one, async ({ db }, { handOverId }, locale) => {
  const row = await handOverById(db, handOverId);
  if (!row || !isAhead(row)) return null;
  return handingOverMessage(row.participation.organisation.name, row.lastOn, locale);
});

/** To the expert who does not lead it any more. */
export const leftNotice = defineNotice(NOTICES.left, one, async ({ db }, { handOverId }, locale) => {
  const row = await handOverById(db, handOverId);
  return row?.leftAt ? leftMessage(row.participation.organisation.name, locale) : null;
});

/** To the organisation, when nobody leads it; when somebody does by then, their introduction says enough. */
export const partingNotice = defineNotice(NOTICES.parting, one, async (deps, { handOverId }, locale) => {
  const row = await handOverById(deps.db, handOverId);
  return row && row.state === 'open' ? partingMessage(await nameOf(deps, row.formerId), locale) : null;
});

/** To the successor: what the record says. */
export const briefNotice = defineNotice(NOTICES.brief, one, async (deps, { handOverId }, locale) => {
  const row = await handOverById(deps.db, handOverId);
  const successor = row?.successorId ? await assignmentById(deps.db, row.successorId) : null;
  // It may have passed on once more meanwhile.
  if (!row || successor?.state !== 'active') return null;
  return briefMessage(await briefOf(deps, row, locale), await expertFields(deps), locale);
});

/** To the expert who had been told that the organisation would pass on. */
export const staysNotice = defineNotice(NOTICES.stays, one, async ({ db }, { handOverId }, locale) => {
  const row = await handOverById(db, handOverId);
  return row?.state === 'stopped' ? staysMessage(row.participation.organisation.name, locale) : null;
});
