/**
 * States of an application (requirements, section 5). `awaiting_confirmation` is an application entered by staff after
 * the closing moment, until a second staff member confirms it (APP-10). Summons and scoring have their places here and
 * no handlers yet.
 */
export type ApplicationState = keyof typeof MACHINE;

export type ApplicationAct =
  | 'save'
  | 'submit'
  | 'miss'
  | 'hold'
  | 'confirm'
  | 'decline'
  | 'pull_back'
  | 'withdraw'
  | 'summon'
  | 'supplement'
  | 'accept_formally'
  | 'reject_formally'
  | 'reopen_formal'
  | 'start_scoring'
  | 'finish_scoring'
  | 'admit'
  | 'put_on_reserve'
  | 'refuse';

const OUT = 'withdrawn';
const DECISION = { admit: 'admitted', put_on_reserve: 'reserve', refuse: 'refused' } as const;
const FORMAL = { accept_formally: 'formally_accepted', reject_formally: 'formally_rejected' } as const;

/** from → act → to. `miss` is a submit after the closing moment: the draft stays a draft (case 3). */
const MACHINE = {
  draft: { save: 'draft', submit: 'submitted', miss: 'draft', hold: 'awaiting_confirmation', withdraw: OUT },
  awaiting_confirmation: { confirm: 'submitted', decline: 'draft', withdraw: OUT },
  submitted: { pull_back: 'draft', summon: 'summoned', ...FORMAL, withdraw: OUT },
  summoned: { supplement: 'supplemented', reject_formally: 'formally_rejected', withdraw: OUT },
  supplemented: { ...FORMAL, withdraw: OUT },
  formally_accepted: { reopen_formal: 'submitted', start_scoring: 'scoring', ...DECISION, withdraw: OUT },
  formally_rejected: { reopen_formal: 'submitted', withdraw: OUT },
  scoring: { finish_scoring: 'scored', withdraw: OUT },
  scored: { ...DECISION, withdraw: OUT },
  reserve: { admit: 'admitted', refuse: 'refused', withdraw: OUT },
  admitted: {},
  refused: {},
  withdrawn: {},
} as const;

type Table = Readonly<Record<string, Partial<Record<ApplicationAct, ApplicationState>>>>;
const table: Table = MACHINE;

export const APPLICATION_STATES = Object.keys(MACHINE) as readonly ApplicationState[];

const isApplicationState = (word: string): word is ApplicationState => Object.hasOwn(MACHINE, word);

/** The state after an act, or null when the act is not possible from there. Views ask it before they show a button. */
export function next(state: string, act: ApplicationAct): ApplicationState | null {
  return (Object.hasOwn(table, state) ? table[state]?.[act] : undefined) ?? null;
}

export const can = (state: string, act: ApplicationAct): boolean => next(state, act) !== null;

/** An application that stands in the call: neither a draft, nor waiting for a confirmation, nor withdrawn (invariants 1, 2). */
export const isCounted = (state: string): boolean =>
  isApplicationState(state) && state !== 'draft' && state !== 'awaiting_confirmation' && state !== 'withdrawn';
