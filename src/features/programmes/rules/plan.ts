import type { Locale } from '../../../core/locale.ts';
import type { PlannedDate } from './calls.ts';
import type { ProgrammeDefinition } from './definition/index.ts';

type KnownCall = { readonly stage: number; readonly closesOn: string };

type Planned = Pick<
  ProgrammeDefinition,
  'switches' | 'meetings' | 'endsOn' | 'voucherExpiresOn' | 'retainUntil' | 'calls'
>;

/** Every date of a cohort's plan, set or not. Calls that are set up count with their own closing day. */
export function plannedDates(definition: Planned, calls: readonly KnownCall[]): PlannedDate[] {
  const { switches, meetings, endsOn, voucherExpiresOn, retainUntil } = definition;
  const closing = (stage: number): string | null => calls.find((call) => call.stage === stage)?.closesOn ?? null;
  return [
    ...definition.calls.map(({ stage }): PlannedDate => ({ what: 'call', stage, on: closing(stage) })),
    ...meetings.map(({ name, days }): PlannedDate => ({ what: 'meeting', name, on: days[0] ?? null })),
    ...definition.calls.flatMap(({ projectsEndOn }): PlannedDate[] =>
      projectsEndOn === undefined ? [] : [{ what: 'projects', on: projectsEndOn }],
    ),
    { what: 'ends', on: endsOn },
    ...(switches.voucher ? [{ what: 'voucher', on: voucherExpiresOn } as const] : []),
    { what: 'retention', on: retainUntil },
  ];
}

/** A definition for a new cohort made from an earlier one: all settings and forms, every date emptied (CO-1). */
export function withoutDates(definition: ProgrammeDefinition): ProgrammeDefinition {
  return {
    ...definition,
    endsOn: null,
    voucherExpiresOn: null,
    retainUntil: null,
    calls: definition.calls.map(({ movedFrom: _moved, projectsEndOn, ...call }) => ({
      ...call,
      opensOn: null,
      closesOn: null,
      ...(projectsEndOn === undefined ? {} : { projectsEndOn: null }),
    })),
    meetings: definition.meetings.map((meeting) => ({ ...meeting, days: [], provisional: false })),
  };
}

/** The stages' names by number. */
export const stageNames = (definition: ProgrammeDefinition, locale: Locale): Readonly<Record<number, string>> =>
  Object.fromEntries(definition.stages.map(({ stage, name }) => [stage, name[locale]]));
