import type { Owed } from '../../../core/owed.ts';
import { next } from './machine.ts';

export const MATTERS = {
  send: 'applications.send',
  confirm: 'applications.confirm',
  check: 'applications.check',
  decide: 'applications.decide',
} as const;

type Call = {
  readonly closesOn: string;
  readonly closesTime: string;
  readonly zone: string;
  readonly lateFrom: Date;
  readonly releasedAt: Date | null;
};

type Owing = {
  readonly id: string;
  readonly state: string;
  readonly cohortId: string;
  readonly editorId: string;
  readonly onBehalf: boolean;
  readonly preparedDecision: string | null;
  readonly call: Call;
};

/** What waits for staff from the closing on, until the release locks everything (CO-3, CO-7). */
function forStaff({ state, preparedDecision, call }: Owing): keyof typeof MATTERS | null {
  if (state === 'awaiting_confirmation') return 'confirm';
  if (call.releasedAt) return null;
  if (next(state, 'accept_formally')) return 'check';
  return next(state, 'admit') && state !== 'reserve' && preparedDecision === null ? 'decide' : null;
}

/**
 * Who owes what for an application: whoever fills it, that it is sent while the call is open (APP-2); staff, that it is
 * confirmed, checked and decided.
 */
export function owedFor(application: Owing): readonly Owed[] {
  const { id, cohortId, editorId, call } = application;
  const params = { applicationId: id };
  if (application.state === 'draft') {
    const due = { date: call.closesOn, time: call.closesTime, zone: call.zone };
    // What is entered on behalf was received before: the closing does not end it.
    const until = application.onBehalf ? {} : { due, endsAt: call.lateFrom };
    const key = `${MATTERS.send}:${id}`;
    return [{ key, kind: MATTERS.send, params, by: { person: editorId }, cohortId, ...until }];
  }
  const matter = forStaff(application);
  if (!matter) return [];
  const startsAt = matter === 'confirm' ? {} : { startsAt: call.lateFrom };
  const kind = MATTERS[matter];
  return [{ key: `${kind}:${id}`, kind, params, by: { staffOf: cohortId }, cohortId, ...startsAt }];
}
