import type { Actor } from '../../../core/actor.ts';
import type { Tx } from '../../../platform/db/client.ts';
import type { Deps } from '../../../platform/deps.ts';

/** What every part of one act shares: the outside world, its transaction, who acts, and when it was received. */
export type Act = { readonly deps: Deps; readonly tx: Tx; readonly actor: Actor; readonly now: Date };
