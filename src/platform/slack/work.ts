import { asFailure, isFailure } from './failure.ts';
import type { Message } from './message.ts';
import type { Reply, Show } from './reply.ts';
import { toView } from './views.ts';
import type { Where } from './where.ts';

type Work = Extract<Reply, { kind: 'work' }>;
type Say = (where: Where, message: Message) => Promise<void>;

/** A modal as Slack last took it; without a hash it is replaced whatever stands there. */
type Standing = { readonly viewId: string; readonly hash: string | null };

/** Closed by the person, or replaced by something that they asked for in the meantime. */
const GONE = ['not_found', 'view_not_found', 'hash_conflict'];

/** Opens the modal, or replaces the one the person is in; null where none can be shown. */
async function begin(where: Where, { modal }: Work): Promise<Standing | null> {
  const view = toView(modal, where.locale, where.channelId);
  const { viewId, triggerId, client } = where;
  if (!viewId && !triggerId) return null;
  try {
    const shown = viewId
      ? await client.views.update({ view_id: viewId, view })
      : await client.views.open({ trigger_id: triggerId ?? '', view });
    return shown.view?.id ? { viewId: shown.view.id, hash: shown.view.hash ?? null } : null;
  } catch (error) {
    const failure = asFailure(error);
    if (isFailure(failure, ...GONE)) return null;
    throw failure;
  }
}

/**
 * Works on with the modal as it stands. A modal that the person has left is not touched again; one that Slack does not
 * take on the way is left out, for the work is worth more than the word of how far it is. Only the last one must be taken.
 */
async function carryOn(where: Where, reply: Work, at: Standing | null, say: Say): Promise<void> {
  let standing = at;
  let isClosed = at === null;
  // Slack may have taken it all the same, and the hash that we know may be an old one.
  let isUnsure = false;
  const replace: Show = async (modal) => {
    if (!standing) return false;
    const { viewId, hash } = standing;
    const view = toView(modal, where.locale, where.channelId);
    try {
      const shown = await where.client.views.update({ view_id: viewId, view, ...(hash ? { hash } : {}) });
      standing = { viewId, hash: shown.view?.hash ?? null };
      return true;
    } catch (error) {
      const failure = asFailure(error);
      if (!isFailure(failure, ...GONE)) throw failure;
      isClosed = isUnsure || !isFailure(failure, 'hash_conflict');
      standing = null;
      return false;
    }
  };
  const show: Show = async (modal) => {
    try {
      return await replace(modal);
    } catch (error) {
      if (!isFailure(error)) throw error;
      isUnsure = true;
      return false;
    }
  };
  const end = await reply.run(show);
  if ((await replace(end.modal)) || !isClosed || !end.otherwise) return;
  await say({ ...where, viewId: null }, end.otherwise);
}

/** Shows the modal of a work and does the work; the interaction was acknowledged long ago. */
export const workOn = async (where: Where, reply: Work, say: Say): Promise<void> =>
  carryOn(where, reply, await begin(where, reply), say);

/** Does the work whose modal was shown with the acknowledgement of a form. */
export const goOn = (where: Where, reply: Work, say: Say): Promise<void> =>
  carryOn(where, reply, where.viewId ? { viewId: where.viewId, hash: null } : null, say);
