import type { Locale } from '../../../core/locale.ts';
import { type CallPhase, type CallTimes, callPhase, daysLeft } from './calls.ts';
import type { ProgrammeDefinition } from './definition/index.ts';

type KnownCall = CallTimes & {
  readonly stage: number;
  readonly closesOn: string;
  readonly closesAt: Date;
  readonly closingRule: string;
};
type KnownCohort = {
  readonly name: string;
  readonly places: number;
  readonly grantGrosze: number;
  readonly voucherGrosze: number;
  readonly calls: readonly KnownCall[];
};

/** What the cohort's card tells, read from its row and its definition. */
export type CardFacts = {
  readonly name: string;
  readonly programme: string;
  readonly about: string;
  readonly audience: string;
  readonly places: number;
  readonly grantGrosze: number;
  /** Null when the programme has no voucher. */
  readonly voucherGrosze: number | null;
  readonly call: {
    /** The stage's name, when the programme has several. */
    readonly stage: string | null;
    readonly phase: CallPhase;
    readonly opensAt: Date;
    readonly closesAt: Date;
    readonly inclusive: boolean;
    readonly daysLeft: number;
  } | null;
};

/** The call that matters now: the open one, else the next to open, else the last. */
function callInFocus(calls: readonly KnownCall[], now: Date): KnownCall | undefined {
  const inPhase = (phase: CallPhase) => calls.find((call) => callPhase(call, now) === phase);
  return inPhase('open') ?? inPhase('scheduled') ?? calls.at(-1);
}

export function cardFacts(cohort: KnownCohort, definition: ProgrammeDefinition, now: Date, locale: Locale): CardFacts {
  const call = callInFocus(cohort.calls, now);
  const stage = definition.stages.find((one) => one.stage === call?.stage);
  return {
    name: cohort.name,
    programme: definition.name[locale],
    about: definition.about[locale],
    audience: definition.audience[locale],
    places: cohort.places,
    grantGrosze: cohort.grantGrosze,
    voucherGrosze: definition.switches.voucher ? cohort.voucherGrosze : null,
    call: call
      ? {
          stage: definition.stages.length > 1 ? (stage?.name[locale] ?? null) : null,
          phase: callPhase(call, now),
          opensAt: call.opensAt,
          closesAt: call.closesAt,
          inclusive: call.closingRule === 'inclusive',
          daysLeft: daysLeft(call.closesOn, now),
        }
      : null,
  };
}

/** What makes a card grow old: the phase of each call and, while one is open, the days left. `1:open:12 2:scheduled` */
export function showsOf(calls: readonly KnownCall[], now: Date): string {
  const parts = calls.map((call) => {
    const phase = callPhase(call, now);
    return `${call.stage}:${phase}${phase === 'open' ? `:${daysLeft(call.closesOn, now)}` : ''}`;
  });
  return parts.join(' ');
}
