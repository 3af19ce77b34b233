import { z } from 'zod';
import type { Locale } from '../../core/locale.ts';
import { clip } from '../../core/text.ts';
import type { Db, Tx } from '../../platform/db/client.ts';
import { type CorrectionPlan, defineWaitingAct } from '../../platform/feature.ts';
import { typedShort } from '../../platform/slack/blocks.ts';
import { cancelData, checkData, REASON_MAX } from './ids.ts';
import {
  type CancelWish,
  type ChangeRefusal,
  changeEventIn,
  concernedBy,
  type MoveWish,
  previewChange,
} from './operations/index.ts';
import { changedKey } from './operations/say.ts';
import { eventById, invitationsOf } from './queries/index.ts';
import { staffTexts } from './texts/staff.ts';
import { texts } from './texts.ts';
import { whenText } from './views/index.ts';

const TITLE_SHOWN = 80;
const cut = (title: string): string => typedShort(title, TITLE_SHOWN);
const result = z.object({ told: z.int() });
const cancelParams = cancelData.extend({ reason: z.string().max(REASON_MAX) });

const moveWish = (params: z.infer<typeof checkData>): MoveWish => params;
const cancelWish = (params: z.infer<typeof cancelParams>): CancelWish => ({ ...params, act: 'cancel' });

async function aboutOf(tx: Tx, eventId: string) {
  const event = await eventById(tx, eventId);
  return event && { key: `event:${eventId}`, cohortId: event.cohortId };
}

/** How many messages a change sends. */
async function toldBy(db: Db | Tx, eventId: string): Promise<number> {
  const { invitations, own } = await concernedBy(db, eventId);
  return invitations.filter(({ participation }) => participation.channelId !== null).length + own.length;
}

const refusal = (reason: ChangeRefusal, locale: Locale): string => texts(locale).refusals[reason];

async function correctionOf(
  db: Db | Tx,
  { eventId, changeId }: { readonly eventId: string; readonly changeId: string },
  draft: (title: string, locale: Locale) => string,
): Promise<CorrectionPlan | null> {
  const event = await eventById(db, eventId);
  if (!event) return null;
  const invitations = await invitationsOf(db, eventId);
  // Also those whose place in the queue has ended with the event: whoever was told is found by the key.
  const people = await db.registration.findMany({ where: { eventId, invitationId: null }, include: { person: true } });
  const told = [
    ...invitations.map(({ id, participation }) => ({ id, name: participation.organisation.name })),
    ...people.map(({ id, person }) => ({ id, name: person.name })),
  ].map(({ id, name }) => ({ key: changedKey(changeId, id), name }));
  return { told, draft: { pl: draft(event.title, 'pl'), en: draft(event.title, 'en') } };
}

/** New dates of an announced event, or its dates confirmed: people plan by them, so it waits some minutes. */
export const moveAct = defineWaitingAct({
  kind: 'events.move',
  params: checkData,
  result,
  seconds: 60,
  about: (tx, { eventId }) => aboutOf(tx, eventId),
  check: ({ tx, actor, now }, params) => previewChange(tx, actor, now, moveWish(params)),
  perform: (doing, params) => changeEventIn(doing, moveWish(params)),
  words: async ({ db }, { eventId, act, when }, locale) => {
    const event = await eventById(db, eventId);
    const words = staffTexts(locale).acts;
    const what = words[act](cut(event?.title ?? '?'), whenText(when.sessions, locale));
    return { what, effect: words.effect(await toldBy(db, eventId)) };
  },
  refusal,
  correction: (db, params) =>
    correctionOf(db, params, (title, locale) => staffTexts(locale).acts.draftMove(clip(title, TITLE_SHOWN))),
});

/** An announced event that will not be. */
export const cancelAct = defineWaitingAct({
  kind: 'events.cancel',
  params: cancelParams,
  result,
  seconds: 60,
  about: (tx, { eventId }) => aboutOf(tx, eventId),
  check: ({ tx, actor, now }, params) => previewChange(tx, actor, now, cancelWish(params)),
  perform: (doing, params) => changeEventIn(doing, cancelWish(params)),
  words: async ({ db }, { eventId }, locale) => {
    const event = await eventById(db, eventId);
    const words = staffTexts(locale).acts;
    return { what: words.cancel(cut(event?.title ?? '?')), effect: words.effect(await toldBy(db, eventId)) };
  },
  refusal,
  correction: (db, params) =>
    correctionOf(db, params, (title, locale) => staffTexts(locale).acts.draftCancel(clip(title, TITLE_SHOWN))),
});
