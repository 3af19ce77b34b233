import { asFailure, isFailure } from './failure.ts';
import type { Message, Modal } from './message.ts';
import { type Reply, say } from './reply.ts';
import { noteModal, toMessage, toView } from './views.ts';
import type { Where } from './where.ts';
import { workOn } from './work.ts';

async function slackCall<T>(call: Promise<T>): Promise<T> {
  try {
    return await call;
  } catch (error) {
    throw asFailure(error);
  }
}

/** Says something to this person only: where they are if possible, else in a direct message. */
async function sayPrivately(where: Where, message: Message): Promise<void> {
  if (where.respond) {
    try {
      return await where.respond(message);
    } catch {
      // The interaction's own address is used up or does not answer: say it another way.
    }
  }
  if (where.channelId) {
    try {
      return await where.slack.ephemeral(where.channelId, where.userId, message);
    } catch (error) {
      if (!isFailure(error) || error.doubtful) throw error;
    }
  }
  await where.slack.post(where.userId, message);
}

async function showModal(where: Where, modal: Modal): Promise<void> {
  const view = toView(modal, where.locale, where.channelId);
  if (where.viewId && where.waiting) return updateModal(where, modal);
  if (!where.triggerId) return sayPrivately(where, toMessage(modal));
  const args = { trigger_id: where.triggerId, view };
  await slackCall(where.viewId ? where.client.views.push(args) : where.client.views.open(args));
}

/** Replaces the modal. Where the person closed it meanwhile, an outcome they wait for is said to them all the same. */
async function updateModal(where: Where, modal: Modal): Promise<void> {
  if (!where.viewId) return showModal(where, modal);
  const view = toView(modal, where.locale, where.channelId);
  try {
    await slackCall(where.client.views.update({ view_id: where.viewId, view }));
  } catch (error) {
    if (!isFailure(error, 'not_found', 'view_not_found')) throw error;
    if (where.waiting) await sayPrivately({ ...where, viewId: null }, toMessage(modal));
  }
}

/** In a modal a private word would stay unseen behind it, so it becomes a modal itself. */
async function sayWhereSeen(where: Where, message: Message): Promise<void> {
  if (!where.viewId) return sayPrivately(where, message);
  const { blocks } = message.plainer?.last ?? message;
  const note: Modal = { ...noteModal('Debiuty', message.text), blocks };
  return where.waiting || !where.triggerId ? updateModal(where, note) : showModal(where, note);
}

/** Turns a handler's answer into Slack calls: the only place that does. */
export async function deliver(reply: Reply, where: Where): Promise<void> {
  switch (reply.kind) {
    case 'nothing':
      return;
    case 'ephemeral':
      return sayWhereSeen(where, reply.message);
    case 'openModal':
      return showModal(where, reply.modal);
    case 'updateModal':
      return updateModal(where, reply.modal);
    case 'work':
      return workOn(where, reply, sayPrivately);
    case 'home':
      return where.slack.publishHome(where.userId, reply.home);
    case 'closeModal':
      return reply.message ? sayWhereSeen(where, reply.message) : undefined;
    case 'fieldErrors':
      return sayWhereSeen(where, say(Object.values(reply.errors).join('\n')));
    default:
      return reply satisfies never;
  }
}

export { sayPrivately };
