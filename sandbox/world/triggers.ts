import { TRIGGER_MS } from '../contract/limits.ts';
import type { SandboxClock } from './clock.ts';

/** Why a trigger was refused, in Slack's words. */
type TriggerError = 'invalid_trigger_id' | 'expired_trigger_id' | 'exchanged_trigger_id';
type Trigger = {
  readonly person: string;
  readonly team: string;
  readonly viewId: string | null;
  readonly issued: number;
  used: boolean;
};
export type Triggers = {
  /** A new trigger for what this person just did; `viewId` when it was done inside a modal. */
  readonly issue: (person: string, team: string, viewId: string | null) => string;
  /** Uses it up; good for three seconds and one time (Slack contract 5.1). */
  readonly redeem: (id: string) => Trigger | TriggerError;
};

export const createTriggers = (clock: SandboxClock): Triggers => {
  const issued = new Map<string, Trigger>();
  return {
    issue: (person, team, viewId) => {
      const id = `${1_000_000 + issued.size}.${person}.${Math.random().toString(16).slice(2, 14)}`;
      issued.set(id, { person, team, viewId, issued: clock.elapsed(), used: false });
      return id;
    },
    redeem: (id) => {
      const trigger = issued.get(id);
      if (!trigger) return 'invalid_trigger_id';
      if (trigger.used) return 'exchanged_trigger_id';
      if (clock.elapsed() - trigger.issued > TRIGGER_MS) return 'expired_trigger_id';
      trigger.used = true;
      return trigger;
    },
  };
};
