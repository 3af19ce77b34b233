import type { ViewOutput, ViewResponseAction } from '@slack/bolt';
import type { AnyBlock, ModalView } from '@slack/types';
import type { Locale } from '../../core/locale.ts';
import { section } from './blocks.ts';
import { deliver, sayPrivately } from './deliver.ts';
import { type Envelope, readEnvelope } from './envelope.ts';
import { formValues, stateOf } from './form.ts';
import type { Handling, Submission, ViewHandler } from './handlers.ts';
import { apologise, type Desk, enter, type Incoming, whereOf, within } from './interaction.ts';
import { refill } from './refill.ts';
import type { Reply } from './reply.ts';
import { platformTexts } from './texts.ts';
import { noteModal, toView, workingModal } from './views.ts';
import type { Where } from './where.ts';
import { goOn } from './work.ts';

/** Slack gives three seconds; after this long the form shows "working" and the outcome follows (decision 0007). */
const ANSWER_WITHIN_MS = 1500;

export type Ack = (answer?: ViewResponseAction) => Promise<void>;

const showing = (
  modal: Parameters<typeof toView>[0],
  locale: Locale,
  channelId: string | null,
): ViewResponseAction => ({
  response_action: 'update',
  view: toView(modal, locale, channelId),
});

/** The answer that travels in the acknowledgement; words that belong elsewhere are left for `deliver`. */
function asAnswer(reply: Reply, where: Where): ViewResponseAction | undefined {
  const view = (modal: Parameters<typeof toView>[0]): ModalView => toView(modal, where.locale, where.channelId);
  if (reply.kind === 'fieldErrors') return { response_action: 'errors', errors: { ...reply.errors } };
  if (reply.kind === 'updateModal' || reply.kind === 'work')
    return { response_action: 'update', view: view(reply.modal) };
  if (reply.kind === 'openModal') return { response_action: 'push', view: view(reply.modal) };
  if (reply.kind === 'closeModal' && reply.all) return { response_action: 'clear' };
  return undefined;
}

/** After the "working" answer: a form with errors comes back as it was filled in, with the words on top. */
function formAgain(view: ViewOutput, reply: Extract<Reply, { kind: 'fieldErrors' }>, envelope: Envelope): Reply {
  const words = [platformTexts(envelope.locale).attention, ...Object.values(reply.errors)].join('\n• ');
  const blocks = [section(words), ...refill(view.blocks as AnyBlock[], stateOf(view))];
  const submit = view.submit?.text;
  return {
    kind: 'updateModal',
    modal: {
      callbackId: view.callback_id,
      title: view.title.text,
      blocks,
      metadata: envelope.data,
      ...(submit ? { submit } : {}),
    },
  };
}

async function conclude(reply: Reply, where: Where, acked: 'answered' | 'waiting'): Promise<void> {
  if (acked === 'waiting') return deliver(reply, { ...where, waiting: true });
  if (reply.kind === 'work') return goOn(where, reply, sayPrivately);
  const afterwards = reply.kind === 'ephemeral' || (reply.kind === 'closeModal' && reply.message !== undefined);
  if (afterwards || reply.kind === 'home') await deliver(reply, { ...where, viewId: null });
}

/** Parses a submission, answers field errors at once, runs the act, and answers within Slack's three seconds in any case. */
export async function serveSubmission(
  desk: Desk,
  incoming: Incoming,
  handler: ViewHandler | undefined,
  view: ViewOutput,
  ack: Ack,
): Promise<void> {
  const envelope = readEnvelope(view.private_metadata);
  const locale = envelope?.locale ?? 'pl';
  const where: Where = {
    ...whereOf(desk, { ...incoming, channelId: envelope?.channelId ?? null }, locale),
    triggerId: null,
  };
  let acked = false;
  const answer: Ack = async (words) => {
    acked = true;
    await ack(words);
  };
  try {
    const parsed =
      handler && envelope ? await handler.parse(desk.deps, formValues(stateOf(view)), envelope.data, locale) : null;
    if (!envelope || !parsed) {
      desk.deps.log.warn({ what: incoming.what, userId: incoming.userId }, 'submission refused: not one of ours');
      return await answer(showing(noteModal('Debiuty', platformTexts(locale).unknown), locale, null));
    }
    if (!parsed.ok) return await answer({ response_action: 'errors', errors: { ...parsed.errors } });
    await act(desk, incoming, { view, envelope, parsed, where, answer });
  } catch (error) {
    if (!acked) await answer(showing(workingModal(locale), locale, null)).catch(() => undefined);
    await apologise(desk, incoming, { ...where, waiting: true }, error);
  }
}

type Running = {
  readonly view: ViewOutput;
  readonly envelope: Envelope;
  readonly parsed: Extract<Submission, { ok: true }>;
  readonly where: Where;
  readonly answer: Ack;
};

async function act(desk: Desk, incoming: Incoming, running: Running): Promise<void> {
  const { view, envelope, parsed, answer } = running;
  const work = (async (): Promise<{ reply: Reply; locale: Locale }> => {
    const entered: Handling | Reply = await enter(desk, { ...incoming, channelId: envelope.channelId });
    if ('kind' in entered) return { reply: entered, locale: envelope.locale };
    return { reply: await parsed.run(entered), locale: entered.actor.locale };
  })();
  const prompt = await within(work, ANSWER_WITHIN_MS);
  if (prompt) {
    const where = { ...running.where, locale: prompt.locale };
    await answer(asAnswer(prompt.reply, where));
    return conclude(prompt.reply, where, 'answered');
  }
  await answer(showing(workingModal(envelope.locale), envelope.locale, envelope.channelId));
  const { reply, locale } = await work;
  const shown = reply.kind === 'fieldErrors' ? formAgain(view, reply, envelope) : reply;
  await conclude(shown, { ...running.where, locale }, 'waiting');
}
