import { z } from 'zod';
import { isStaff } from '../../../core/actor.ts';
import { matches } from '../../../core/search.ts';
import { clip } from '../../../core/text.ts';
import { LIMIT } from '../../../platform/slack/blocks.ts';
import { defineAction, defineView, type OptionsHandler } from '../../../platform/slack/handlers.ts';
import { closeAllModals, ephemeral, fieldErrors, openModal, say } from '../../../platform/slack/reply.ts';
import { actionCodec, attendCodec, attendData, dateCodec, dateData, IDS, noteData } from '../ids.ts';
import { noteForm, observerForm, unableForm } from '../input.ts';
import { agreeToDate, declineDate, keepsNotes, nameObserver, watchedBy, writeNotes } from '../operations/index.ts';
import { dateFacts, observationOf, observersFor, rowById, rowOfDate } from '../queries/index.ts';
import { texts } from '../texts.ts';
import { noteModal, observerModal, unableModal } from '../views/index.ts';
import { errorWords, formRefusal, refused } from './plan.ts';

export const agreeAction = defineAction(IDS.agree, attendCodec, async ({ deps, actor, now }, asked) => {
  const outcome = await agreeToDate(deps, actor, now, asked);
  if (!outcome.ok) return refused(outcome.reason, actor.locale);
  return ephemeral(say(texts(actor.locale).attend.thanks));
});

export const unableOpen = defineAction(IDS.unable, attendCodec, async ({ deps, actor, now }, { dateId, sequence }) => {
  const row = await rowOfDate(deps.db, dateId);
  const date = row?.dates.find(({ id }) => id === dateId);
  if (!row || date?.expertId !== actor.personId) return refused('not_allowed', actor.locale);
  if (date.sequence !== sequence) return refused('changed_meanwhile', actor.locale);
  const facts = { organisation: row.participation.organisation.name, date: dateFacts(date, now) };
  return openModal(unableModal(facts, actor.locale));
});

export const unableView = defineView({
  id: IDS.unable,
  metadata: attendData,
  form: () => unableForm,
  error: errorWords,
  run: async ({ deps, actor, now }, { reason, [IDS.expert]: proposedId }, asked) => {
    const outcome = await declineDate(deps, actor, now, { ...asked, reason, proposedId });
    if (outcome.ok) return closeAllModals(say(texts(actor.locale).unable.sent));
    const { not_an_observer } = texts(actor.locale).refusals;
    if (outcome.reason === 'not_an_observer') return fieldErrors({ [IDS.expert]: not_an_observer });
    return formRefusal(outcome.reason, actor.locale);
  },
});

export const observerOpen = defineAction(IDS.observer, dateCodec, async ({ deps, actor, now }, { dateId, version }) => {
  const row = await rowOfDate(deps.db, dateId);
  const date = row?.dates.find(({ id }) => id === dateId);
  if (!row || !date || !isStaff(actor, row.cohortId)) return refused('not_allowed', actor.locale);
  if (date.version !== version) return refused('changed_meanwhile', actor.locale);
  const facts = { organisation: row.participation.organisation.name, date: dateFacts(date, now) };
  return openModal(observerModal(facts, actor.locale));
});

export const observerView = defineView({
  id: IDS.observer,
  metadata: dateData,
  form: () => observerForm,
  error: errorWords,
  run: async ({ deps, actor, now }, { [IDS.expert]: expertId }, seen) => {
    const words = texts(actor.locale);
    const outcome = await nameObserver(deps, actor, now, { ...seen, expertId });
    if (outcome.ok) return closeAllModals(say(words.observer.asked(outcome.value.name)));
    if (outcome.reason === 'not_an_observer') return fieldErrors({ [IDS.expert]: words.refusals.not_an_observer });
    return formRefusal(outcome.reason, actor.locale);
  },
});

/** Whoever the expert proposed is asked in one click. */
export const acceptAction = defineAction(IDS.accept, dateCodec, async ({ deps, actor, now }, seen) => {
  const words = texts(actor.locale);
  const row = await rowOfDate(deps.db, seen.dateId);
  const proposedId = row?.dates.find(({ id }) => id === seen.dateId)?.proposedId;
  if (!row || !isStaff(actor, row.cohortId)) return refused('not_allowed', actor.locale);
  if (!proposedId) return refused('changed_meanwhile', actor.locale);
  const outcome = await nameObserver(deps, actor, now, { ...seen, expertId: proposedId });
  if (!outcome.ok) return refused(outcome.reason, actor.locale);
  return ephemeral(say(words.observer.asked(outcome.value.name)));
});

/** Who can observe the date of the form: for staff, and for the expert who proposes somebody. */
export const expertOptions: OptionsHandler = {
  id: IDS.expert,
  run: async ({ deps, actor }, query, data) => {
    const about = z.object({ dateId: z.uuid() }).safeParse(data).data;
    const row = about && (await rowOfDate(deps.db, about.dateId));
    const date = row?.dates.find(({ id }) => id === about?.dateId);
    if (!row || !date) return [];
    const isTheirs = date.expertId === actor.personId;
    if (!isTheirs && !isStaff(actor, row.cohortId)) return [];
    const { cohortId, participation } = row;
    const who = { cohortId, organisationId: participation.organisationId, exceptId: date.expertId };
    const all = (await observersFor(deps.db, who)).filter(({ name }) => matches(query, name));
    return all.slice(0, LIMIT.options).map(({ id, name }) => ({ value: id, text: clip(name, LIMIT.option) }));
  },
};

/** Opens the reader's own notes, whatever the button said: nobody else's can be asked for (ME-7). */
export const noteOpen = defineAction(IDS.note, actionCodec, async ({ deps, actor, now }, { actionId }) => {
  const row = await rowById(deps.db, actionId);
  if (!row || !(await keepsNotes(deps.db, row, actor.personId))) return refused('not_allowed', actor.locale);
  const own = await observationOf(deps.db, actionId, actor.personId);
  const watched = watchedBy(row, actor.personId, now);
  const facts = {
    ...{ actionId, version: own?.version ?? 0, text: own?.text ?? '' },
    absence: watched.find(({ absence }) => absence !== null)?.absence ?? null,
    dates: watched.map((date) => dateFacts(date, now)),
  };
  return openModal(noteModal(facts, actor.locale));
});

export const noteView = defineView({
  id: IDS.note,
  metadata: noteData,
  form: () => noteForm,
  error: errorWords,
  run: async ({ deps, actor, now }, { text, absence, dates }, { offered, ...seen }) => {
    const words = texts(actor.locale);
    if (absence === null && offered.some((id) => !dates.includes(id)))
      return fieldErrors({ absence: errorWords('absence_missing', actor.locale) });
    const notes = { text, offered, observed: dates, absence };
    const outcome = await writeNotes(deps, actor, now, { ...seen, notes });
    if (!outcome.ok) return formRefusal(outcome.reason, actor.locale);
    return closeAllModals(say(words.notes.kept));
  },
});
