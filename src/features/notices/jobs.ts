import type { Locale } from '../../core/locale.ts';
import type { Notice } from '../../platform/db/generated/client.ts';
import { inTransaction } from '../../platform/db/transaction.ts';
import type { Deps } from '../../platform/deps.ts';
import { defineQueue } from '../../platform/feature.ts';
import { isFailure } from '../../platform/slack/failure.ts';
import type { Message } from '../../platform/slack/message.ts';
import { findPeople, localeOfPerson } from '../people/public.ts';
import { cohortById } from '../programmes/public.ts';
import { DELIVER, delivery, MARK } from './ids.ts';
import { backoffSeconds, isFinal, MOST_ATTEMPTS } from './rules.ts';

type Address = { readonly channel: string; readonly locale: Locale; readonly isPerson: boolean };
type Nowhere = { readonly nowhere: string };

/** Where the notice goes in Slack today. Staff channels are in Polish, people are spoken to in their language. */
async function addressOf(deps: Deps, notice: Notice): Promise<Address | Nowhere> {
  if (notice.targetKind === 'channel') return { channel: notice.target, locale: 'pl', isPerson: false };
  if (notice.targetKind === 'staff') {
    const channel = (await cohortById(deps.db, notice.target))?.staffChannelId;
    return channel ? { channel, locale: 'pl', isPerson: false } : { nowhere: 'no_channel_yet' };
  }
  const [person] = await findPeople(deps.db, [notice.target]);
  if (!person?.slackUserId) return { nowhere: 'not_in_slack' };
  if (person.isDeactivated) return { nowhere: 'user_disabled' };
  return { channel: person.slackUserId, locale: localeOfPerson(person), isPerson: true };
}

type Claim = { readonly notice: Notice; readonly doubtful: boolean };

/** Takes the notice for sending. `doubtful`: somebody took it before and did not say how it ended. */
async function claim(deps: Deps, id: string): Promise<Claim | null> {
  return inTransaction(deps.db, async (tx) => {
    const rows = await tx.$queryRaw<{ state: string }[]>`SELECT state FROM "Notice" WHERE id = ${id}::uuid FOR UPDATE`;
    const before = rows[0]?.state;
    if (before !== 'pending' && before !== 'sending') return null;
    const notice = await tx.notice.update({ where: { id }, data: { state: 'sending', attempts: { increment: 1 } } });
    return { notice, doubtful: before === 'sending' };
  });
}

async function settle(
  deps: Deps,
  id: string,
  data: Parameters<Deps['db']['notice']['update']>[0]['data'],
): Promise<void> {
  await deps.db.notice.update({ where: { id }, data });
}

type Later = { readonly code: string; readonly seconds: number; readonly doubtful: boolean };

/** Puts the notice back for a later attempt, or leaves it to staff after too many. Waiting for one's turn is no attempt. */
async function later(deps: Deps, notice: Notice, { code, seconds, doubtful }: Later): Promise<void> {
  const isTurn = code === 'ratelimited';
  if (!isTurn && notice.attempts >= MOST_ATTEMPTS) return settle(deps, notice.id, { state: 'failed', failure: code });
  const attempts = isTurn ? { attempts: { decrement: 1 } } : {};
  await inTransaction(deps.db, async (tx) => {
    const data = { state: doubtful ? 'sending' : 'pending', failure: code, ...attempts };
    await tx.notice.update({ where: { id: notice.id }, data });
    await deps.jobs.enqueue(tx, DELIVER, { noticeId: notice.id }, { afterSeconds: seconds });
  });
}

/** Looks for a message that an earlier, unfinished attempt may have posted. */
async function alreadyThere(deps: Deps, notice: Notice, address: Address) {
  const channel = address.isPerson ? await deps.slack.directChannel(address.channel) : address.channel;
  return deps.slack.findMarked(channel, { type: MARK, id: notice.id });
}

async function send(deps: Deps, notice: Notice, address: Address, message: Message, doubtful: boolean): Promise<void> {
  const found = doubtful ? await alreadyThere(deps, notice, address) : null;
  const posted = found ?? (await deps.slack.post(address.channel, message, { type: MARK, id: notice.id }));
  const { channelId, ts } = posted;
  await settle(deps, notice.id, { state: 'sent', sentAt: deps.clock.now(), channelId, ts, failure: null });
}

/** What a failed attempt means. A doubt stays until the channel was looked at, whatever fails meanwhile. */
async function trouble(deps: Deps, { notice, doubtful }: Claim, error: unknown): Promise<void> {
  const seconds = backoffSeconds(notice.attempts);
  if (!isFailure(error)) {
    deps.log.error({ noticeId: notice.id, kind: notice.kind, err: error }, 'notice not rendered or not stored');
    return later(deps, notice, { code: 'unexpected', seconds, doubtful: true });
  }
  const { code } = error;
  deps.log.warn({ noticeId: notice.id, kind: notice.kind, code, hints: error.hints }, 'notice not sent');
  if (code === 'ratelimited') return later(deps, notice, { code, seconds: error.retryAfterSeconds ?? 1, doubtful });
  if (isFinal(code)) return settle(deps, notice.id, { state: 'failed', failure: code });
  return later(deps, notice, { code, seconds, doubtful: doubtful || error.doubtful });
}

/** Sends one notice: at most once as people see it, whatever is repeated, interrupted or refused. */
async function deliverNotice(deps: Deps, id: string): Promise<void> {
  const claimed = await claim(deps, id);
  if (!claimed) return;
  const { notice, doubtful } = claimed;
  try {
    const renderer = deps.offers.notices.get(notice.kind);
    if (!renderer) return await settle(deps, id, { state: 'failed', failure: 'no_renderer' });
    const address = await addressOf(deps, notice);
    if ('nowhere' in address) {
      if (address.nowhere === 'no_channel_yet')
        return await later(deps, notice, { code: address.nowhere, seconds: backoffSeconds(notice.attempts), doubtful });
      return await settle(deps, id, { state: 'failed', failure: address.nowhere });
    }
    const message = await renderer.render(deps, notice.params, address.locale);
    if (!message) return await settle(deps, id, { state: 'dropped' });
    await send(deps, notice, address, message, doubtful);
  } catch (error) {
    await trouble(deps, claimed, error);
  }
}

export const deliverQueue = defineQueue(DELIVER, delivery, (deps, { noticeId }) => deliverNotice(deps, noticeId));
