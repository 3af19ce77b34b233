import type { Db, Tx } from '../../../platform/db/client.ts';
import { type Absence, type Availability, type Exception, KINDS, type Kind, type Weekly } from '../rules/index.ts';

/** Kinds as stored; what is no kind any more is left out. */
const kindsOf = (stored: readonly string[]): readonly Kind[] => KINDS.filter((kind) => stored.includes(kind));

const rows = (db: Db | Tx, expertIds: readonly string[]) =>
  db.expertTerms.findMany({
    where: { expertId: { in: [...expertIds] } },
    include: {
      weekly: { orderBy: [{ weekday: 'asc' }, { fromMinute: 'asc' }] },
      exceptions: { orderBy: [{ heldOn: 'asc' }, { fromMinute: 'asc' }] },
      expert: { select: { absences: { where: { endedAt: null }, orderBy: { fromOn: 'asc' } } } },
    },
  });
type Row = Awaited<ReturnType<typeof rows>>[number];

const weeklyOf = ({ id, weekday, fromMinute, toMinute, kinds }: Row['weekly'][number]): Weekly => ({
  ...{ id, weekday, from: fromMinute, to: toMinute, kinds: kindsOf(kinds) },
});

const exceptionOf = ({ id, heldOn, isOpen, fromMinute, toMinute, kinds }: Row['exceptions'][number]): Exception => ({
  ...{ id, date: heldOn, isOpen, from: fromMinute, to: toMinute, kinds: kindsOf(kinds) },
});

type AbsenceRow = Pick<Absence, 'id' | 'expertId' | 'substituteId'> & {
  readonly fromOn: string;
  readonly lastOn: string;
};

/** An absence as the rules know it. */
export const absenceOf = ({ id, expertId, fromOn, lastOn, substituteId }: AbsenceRow): Absence => ({
  ...{ id, expertId, from: fromOn, last: lastOn, substituteId },
});

function availabilityOfRow({ expertId, weekly, exceptions, expert, kinds, ...terms }: Row): Availability {
  return {
    expertId,
    terms: { ...terms, kinds: kindsOf(kinds) },
    weekly: weekly.map(weeklyOf),
    exceptions: exceptions.map(exceptionOf),
    absences: expert.absences.map(absenceOf),
  };
}

/** What experts have written of when they can be met; those who have no terms yet are not in it. */
export async function writtenBy(db: Db | Tx, expertIds: readonly string[]): Promise<ReadonlyMap<string, Availability>> {
  const found = (await rows(db, expertIds)).map(availabilityOfRow);
  return new Map(found.map((one) => [one.expertId, one]));
}

/** When experts can be met; those without any hours are not in it. */
export async function availabilityOf(
  db: Db | Tx,
  expertIds: readonly string[],
): Promise<ReadonlyMap<string, Availability>> {
  const written = await writtenBy(db, expertIds);
  const isMet = ({ weekly, exceptions }: Availability) => weekly.length > 0 || exceptions.some(({ isOpen }) => isOpen);
  return new Map([...written].filter(([, one]) => isMet(one)));
}
