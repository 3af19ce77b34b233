import type { WebClient } from '@slack/web-api';
import type { Actor } from '../../core/actor.ts';
import type { Locale } from '../../core/locale.ts';
import type { Deps } from '../deps.ts';
import { deliver, sayPrivately } from './deliver.ts';
import { recordSurprise } from './errors.ts';
import { isFailure } from './failure.ts';
import type { EventHandler, Handling } from './handlers.ts';
import type { Message } from './message.ts';
import { ephemeral, type Reply, say } from './reply.ts';
import { platformTexts } from './texts.ts';
import type { Underway } from './underway.ts';
import { toView, workingModal } from './views.ts';
import type { Where } from './where.ts';

/** Slack user and team → who it is for us. `unknown` is somebody of a workspace we do not know. */
export type Identify = (
  deps: Deps,
  who: { readonly userId: string; readonly teamId: string },
  now: Date,
) => Promise<Actor | 'unknown' | 'deactivated'>;

/** An interaction as it was received, with the ways to answer it. */
export type Incoming = {
  readonly client: WebClient;
  readonly userId: string;
  readonly teamId: string;
  readonly channelId: string | null;
  readonly triggerId: string | null;
  readonly viewId: string | null;
  readonly respond: ((message: Message) => Promise<void>) | null;
  /** What is written into the log: ids of handlers, never people's words. */
  readonly what: string;
  readonly receivedAt: Date;
};

export type Desk = { readonly deps: Deps; readonly identify: Identify; readonly underway: Underway };

/** After this long without an answer a waiting modal is opened, so that the three-second trigger is never lost (5.2). */
const OPEN_WAITING_AFTER_MS = 900;

export const whereOf = (desk: Desk, incoming: Incoming, locale: Locale): Where => ({
  client: incoming.client,
  slack: desk.deps.slack,
  userId: incoming.userId,
  locale,
  channelId: incoming.channelId,
  triggerId: incoming.triggerId,
  viewId: incoming.viewId,
  waiting: false,
  respond: incoming.respond,
});

/** Who it is; a stranger or a deactivated person gets their refusal instead. */
export async function enter(desk: Desk, incoming: Incoming): Promise<Handling | Reply> {
  const { userId, teamId } = incoming;
  const actor = await desk.identify(desk.deps, { userId, teamId }, incoming.receivedAt);
  if (actor === 'unknown' || actor === 'deactivated') {
    desk.deps.log.warn({ what: incoming.what, userId, teamId, actor }, 'refused at the door');
    const words = [platformTexts('pl'), platformTexts('en')].map((t) => (actor === 'unknown' ? t.stranger : t.gone));
    return ephemeral(say(words.join('\n')));
  }
  return { deps: desk.deps, actor, now: incoming.receivedAt, channelId: incoming.channelId };
}

const isReply = (value: Handling | Reply): value is Reply => 'kind' in value;

/** The value if it comes within the time, else null; the work goes on. */
export async function within<T>(work: Promise<T>, milliseconds: number): Promise<T | null> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<null>((resolve) => {
    timer = setTimeout(() => resolve(null), milliseconds);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}

/** Opens a waiting modal for work that is slow, and says where the answer then belongs. */
async function waitingRoom(where: Where): Promise<Where> {
  if (!where.triggerId || where.viewId) return where;
  const view = toView(workingModal(where.locale), where.locale, where.channelId);
  const opened = await where.client.views.open({ trigger_id: where.triggerId, view }).catch(() => null);
  // Without a waiting modal the answer still comes, as a private word: the act goes on.
  if (!opened?.view?.id) return { ...where, triggerId: null };
  return { ...where, viewId: opened.view.id, waiting: true, triggerId: null };
}

/** Runs an acknowledged interaction: identify, handle, answer; and the one funnel for what goes wrong. */
export async function serve(
  desk: Desk,
  incoming: Incoming,
  work: (handling: Handling) => Promise<Reply>,
  options: { readonly slowOpens: boolean },
): Promise<void> {
  let where = whereOf(desk, incoming, 'pl');
  try {
    const entered = await enter(desk, incoming);
    if (isReply(entered)) return await deliver(entered, where);
    where = { ...where, locale: entered.actor.locale };
    const working = work(entered);
    const prompt = options.slowOpens ? await within(working, OPEN_WAITING_AFTER_MS) : await working;
    if (prompt === null) where = await waitingRoom(where);
    await deliver(prompt ?? (await working), where);
  } catch (error) {
    await apologise(desk, incoming, where, error);
  }
}

/** Tells the person calmly that something went wrong, with the reference that is in the log. */
export async function apologise(desk: Desk, incoming: Incoming, where: Where, error: unknown): Promise<void> {
  const { log, ids } = desk.deps;
  const reference = recordSurprise(log, ids, error, { what: incoming.what, userId: incoming.userId });
  const sorry = ephemeral(say(platformTexts(where.locale).surprise(reference)));
  try {
    await deliver(sorry, where);
  } catch (second) {
    log.warn(
      { reference, code: isFailure(second) ? second.code : 'unknown' },
      'the apology could not be shown in place',
    );
    await sayPrivately(
      { ...where, respond: null, channelId: null },
      sorry.kind === 'ephemeral' ? sorry.message : say(''),
    ).catch((third: unknown) => log.warn({ reference, err: third }, 'the apology could not be said at all'));
  }
}

/** Runs an event's handler. Trouble is logged and not said: the person did not ask for anything. */
export async function serveEvent(
  desk: Desk,
  incoming: Incoming,
  handler: EventHandler,
  event: Readonly<Record<string, unknown>>,
): Promise<void> {
  const { deps } = desk;
  const { userId, teamId, receivedAt } = incoming;
  try {
    const come = async (): Promise<Handling | null> => {
      const actor = await desk.identify(deps, { userId, teamId }, receivedAt);
      return typeof actor === 'string' ? null : { deps, actor, now: receivedAt, channelId: incoming.channelId };
    };
    const reply = await handler.run({ deps, now: receivedAt, userId, teamId, enter: come }, event);
    await deliver(reply, whereOf(desk, incoming, 'pl'));
  } catch (error) {
    recordSurprise(deps.log, deps.ids, error, { what: incoming.what });
  }
}
