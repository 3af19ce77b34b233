import type { Doing } from '../../../platform/feature.ts';
import { notifyAll } from '../../notices/public.ts';
import { NOTICES } from '../ids.ts';
import type { LedPlace } from '../queries/index.ts';

type Telling = {
  readonly absenceId: string;
  readonly expertId: string;
  readonly substituteId: string | null;
  readonly led: readonly LedPlace[];
  /** The absence is taken back, or ends early. */
  readonly isBack: boolean;
};

/**
 * Who hears of an absence: staff of the cohorts in which the expert leads organisations, the substitute, an expert for
 * whom staff wrote it, and the organisations only of a substitute. What is booked is told by those who move it.
 */
export async function tellAway({ deps, tx, actor, now }: Doing, telling: Telling): Promise<void> {
  const { absenceId, expertId, substituteId, led, isBack } = telling;
  const mark = `${absenceId}:${isBack ? 'back' : 'away'}`;
  const { away, standsIn } = NOTICES;
  const cohortIds = [...new Set(led.map(({ cohortId }) => cohortId))];
  const params = { absenceId, isBack };
  await notifyAll(deps, tx, [
    ...cohortIds.map((cohortId) => ({
      ...{ kind: away, params: { ...params, to: 'staff', cohortId }, to: { staffOf: cohortId }, at: now, cohortId },
      key: `${away}:${mark}:${cohortId}`,
    })),
    ...(substituteId === null ? [] : [substituteId]).map((person) => ({
      ...{ kind: away, params: { ...params, to: 'substitute', cohortId: null }, to: { person }, at: now },
      key: `${away}:${mark}:${person}`,
    })),
    ...(actor.personId === expertId ? [] : [expertId]).map((person) => ({
      ...{ kind: away, params: { ...params, to: 'expert', cohortId: null }, to: { person }, at: now },
      key: `${away}:${mark}:${person}`,
    })),
    ...led.flatMap(({ participationId, channelId: channel, cohortId }) =>
      substituteId === null || channel === null
        ? []
        : [
            {
              ...{ kind: standsIn, params, to: { channel }, at: now, cohortId },
              key: `${standsIn}:${mark}:${participationId}`,
            },
          ],
    ),
  ]);
}
