import { z } from 'zod';
import { defineNotice } from '../../platform/feature.ts';
import { NOTICES } from './ids.ts';
import { absenceById, absenceOf, ledPlaces } from './queries/index.ts';
import { awayMessage, standsInMessage } from './views/index.ts';

/** An absence for staff, the substitute or the expert. What is ended meanwhile is no longer announced. */
export const awayNotice = defineNotice(
  NOTICES.away,
  z.object({
    absenceId: z.uuid(),
    isBack: z.boolean(),
    to: z.enum(['staff', 'substitute', 'expert']),
    cohortId: z.uuid().nullable(),
  }),
  async (deps, { absenceId, isBack, to, cohortId }, locale) => {
    const row = await absenceById(deps.db, absenceId);
    if (!row || isBack !== (row.endedAt !== null)) return null;
    const led = await ledPlaces(deps.db, row.expertId);
    const told = {
      ...{ from: row.fromOn, last: row.lastOn, to, isBack, isByStaff: row.writtenBy !== row.expertId },
      expert: row.expert.person.name,
      substitute: row.substitute?.person.name ?? null,
      led: led.filter((place) => cohortId === null || place.cohortId === cohortId).map(({ name }) => name),
    };
    return awayMessage(told, locale);
  },
);

/** Who helps an organisation meanwhile. */
export const standsInNotice = defineNotice(
  NOTICES.standsIn,
  z.object({ absenceId: z.uuid(), isBack: z.boolean() }),
  async (deps, { absenceId, isBack }, locale) => {
    const row = await absenceById(deps.db, absenceId);
    if (!row?.substitute || isBack !== (row.endedAt !== null)) return null;
    const { from, last } = absenceOf(row);
    const [expert, substitute] = [row.expert.person.name, row.substitute.person.name];
    return standsInMessage({ from, last, isBack, expert, substitute }, locale);
  },
);
