import { z } from 'zod';
import type { Locale } from '../../core/locale.ts';
import { type Deps, defineNotice } from '../../platform/feature.ts';
import type { Message } from '../../platform/slack/message.ts';
import { NOTICES } from './ids.ts';
import { calendarOf } from './operations/calendar.ts';
import { certificateFile } from './operations/certificate.ts';
import {
  changeById,
  eventById,
  type InvitationRow,
  invitationById,
  invitedOf,
  ownOf,
  registrationById,
  shownEvent,
} from './queries/index.ts';
import { isCounted, registrationStateOf } from './rules/index.ts';
import {
  cardMessage,
  certificateMessage,
  changedMessage,
  type Invited,
  invitationMessage,
  invitedButtons,
  offerMessage,
  ownButtons,
  ownMessage,
} from './views/index.ts';

const isIn = ({ going, waiting, offered }: Invited): boolean => going.length + waiting.length + offered.length > 0;

/** The card in the cohort's channel. */
export const cardNotice = defineNotice(
  NOTICES.card,
  z.object({ eventId: z.uuid() }),
  async (deps, { eventId }, locale) => {
    const event = await eventById(deps.db, eventId);
    if (!event || event.state === 'draft') return null;
    return cardMessage(await shownEvent(deps.db, event, deps.clock.now(), locale), locale);
  },
);

/** An organisation's invitation; with a calendar file while somebody goes, and one that crosses it out when it is cancelled. */
export const invitationNotice = defineNotice(
  NOTICES.invitation,
  z.object({ invitationId: z.uuid() }),
  async (deps, { invitationId }, locale) => {
    const row = await invitationById(deps.db, invitationId);
    if (!row) return null;
    const shown = await shownEvent(deps.db, row.event, deps.clock.now(), locale);
    const invited = invitedOf(row);
    const message = invitationMessage(shown, invited, locale);
    return invited.going.length > 0 ? { ...message, files: calendarOf(row.event, shown, locale) } : message;
  },
);

/** What somebody has who comes for themself. */
export const ownNotice = defineNotice(
  NOTICES.own,
  z.object({ registrationId: z.uuid() }),
  async (deps, { registrationId }, locale) => {
    const row = await registrationById(deps.db, registrationId);
    if (!row) return null;
    const shown = await shownEvent(deps.db, row.event, deps.clock.now(), locale);
    const message = ownMessage(shown, ownOf(row), locale);
    const isGoing = row.state === 'going' || row.state === 'attended';
    return isGoing ? { ...message, files: calendarOf(row.event, shown, locale) } : message;
  },
);

async function changedFor(deps: Deps, row: InvitationRow, act: string, reason: string | null, locale: Locale) {
  const shown = await shownEvent(deps.db, row.event, deps.clock.now(), locale);
  const invited = invitedOf(row);
  const buttons = invitedButtons(shown, invited, locale);
  return changedMessage(shown, { act: act as 'move', reason, isGoing: isIn(invited), buttons }, locale);
}

/** A moved, confirmed or cancelled event, for an organisation or for somebody who comes for themself. */
export const changedNotice = defineNotice(
  NOTICES.changed,
  z.object({ changeId: z.uuid(), invitationId: z.uuid().nullable(), registrationId: z.uuid().nullable() }),
  async (deps, { changeId, invitationId, registrationId }, locale): Promise<Message | null> => {
    const change = await changeById(deps.db, changeId);
    if (!change) return null;
    const { act, reason } = change;
    const invitation = invitationId && (await invitationById(deps.db, invitationId));
    if (invitation) return changedFor(deps, invitation, act, reason, locale);
    const row = registrationId && (await registrationById(deps.db, registrationId));
    if (!row) return null;
    const shown = await shownEvent(deps.db, row.event, deps.clock.now(), locale);
    const buttons = ownButtons(shown, ownOf(row), locale);
    // Whoever waited has nothing in the calendar that could be taken out of it.
    const isGoing = isCounted(registrationStateOf(row.state));
    return changedMessage(shown, { act: act as 'move', reason, isGoing, buttons }, locale);
  },
);

/** A freed seat that is kept for somebody; said again when the offer is over, it says so. */
export const offerNotice = defineNotice(
  NOTICES.offer,
  z.object({ registrationId: z.uuid(), turn: z.int() }),
  async (deps, { registrationId }, locale, isSaid) => {
    const row = await registrationById(deps.db, registrationId);
    if (!row || (row.state !== 'offered' && !isSaid)) return null;
    const until = row.state === 'offered' ? row.offeredUntil : null;
    const isTaken = row.state === 'going' || row.state === 'attended';
    const { title } = row.event;
    return offerMessage({ registrationId, title, name: row.person.name, until, isTaken }, locale);
  },
);

/** A certificate of attendance as PDF; when the list was put right and they were not there, that it does not hold. */
export const certificateNotice = defineNotice(
  NOTICES.certificate,
  z.object({ registrationId: z.uuid() }),
  async (deps, { registrationId }, locale, isSaid) => {
    const row = await registrationById(deps.db, registrationId);
    const holds = row !== null && row.attendances.length > 0;
    if (!row || !(holds || isSaid)) return null;
    const message = certificateMessage({ title: row.event.title, name: row.person.name, holds }, locale);
    return holds ? { ...message, files: [await certificateFile(row)] } : message;
  },
);
