import { z } from 'zod';
import { type Deps, defineNotice } from '../../platform/feature.ts';
import { findPeople } from '../people/public.ts';
import { NOTICES } from './ids.ts';
import { opinionFile } from './operations/index.ts';
import {
  dueOf,
  type OpinionRow,
  opinionById,
  principlesOf,
  releasedFacts,
  selfOf,
  standingOf,
} from './queries/index.ts';
import { isWritable, mayTakeOn, stateOf, writerOf } from './rules/index.ts';
import {
  namedMessage,
  offerMessage,
  publishedMessage,
  reactionMessage,
  releasedMessage,
  relievedMessage,
  returnedMessage,
  selfMessage,
  sentMessage,
} from './views/index.ts';

const opinionId = z.uuid();
const about = z.object({ opinionId });
const number = z.int().min(1);

const told = (row: OpinionRow) => ({ opinionId: row.id, organisation: row.participation.organisation.name });

async function nameOf(deps: Deps, personId: string | null): Promise<string> {
  const [person] = personId ? await findPeople(deps.db, [personId]) : [];
  return person?.name ?? '?';
}

/** To staff; not worth saying any more once somebody has looked. */
export const sentNotice = defineNotice(
  NOTICES.sent,
  z.object({ opinionId, sending: z.int(), isAgain: z.boolean() }),
  async (deps, { opinionId: id, sending, isAgain }, locale, isSaid) => {
    const row = await opinionById(deps.db, id);
    const isOpen = row?.state === 'sent' && row.version === sending;
    if (!row || (!isSaid && !isOpen)) return null;
    const writer = await nameOf(deps, row.writerId);
    return sentMessage({ ...told(row), writer, isAgain, isLate: row.isLate, isOpen }, locale);
  },
);

/** To whoever wrote it: it came back, or it was published. */
export const returnedNotice = defineNotice(
  NOTICES.returned,
  z.union([z.object({ opinionId, sending: z.int() }), z.object({ opinionId, number })]),
  async (deps, of, locale, isSaid) => {
    const row = await opinionById(deps.db, of.opinionId);
    if (!row) return null;
    if ('number' in of) return publishedMessage({ ...told(row), number: of.number }, locale);
    const isOpen = row.version === of.sending && row.remarks !== null;
    if (!isSaid && !isOpen) return null;
    return returnedMessage({ ...told(row), remarks: isOpen ? row.remarks : null, isOpen }, locale);
  },
);

/** A released version, with the PDF of the newest: no thread keeps an older one without a word. */
export const releasedNotice = defineNotice(
  NOTICES.released,
  z.object({ opinionId, number }),
  async (deps, { opinionId: id, number: wanted }, locale) => {
    const row = await opinionById(deps.db, id);
    const facts = row && (await releasedFacts(deps.db, row, wanted));
    const newest = row && (await releasedFacts(deps.db, row, row.number));
    if (!facts || !newest) return null;
    return { ...releasedMessage(facts, locale), files: [await opinionFile(row, newest)] };
  },
);

export const reactionNotice = defineNotice(NOTICES.reaction, about, async (deps, of, locale) => {
  const row = await opinionById(deps.db, of.opinionId);
  if (!row?.reaction) return null;
  const by = await nameOf(deps, row.reactedBy);
  const isQuestion = row.reactionKind === 'question';
  return reactionMessage({ ...told(row), by, isQuestion, text: row.reaction }, locale);
});

export const selfNotice = defineNotice(NOTICES.self, about, async (deps, of, locale) => {
  const row = await opinionById(deps.db, of.opinionId);
  const content = row && selfOf(row);
  return content ? selfMessage({ ...told(row), content, principles: principlesOf(row) }, locale) : null;
});

const asked = (row: OpinionRow) => ({ ...told(row), action: row.action.title, due: dueOf(row) });
const isUnsent = ({ state }: OpinionRow): boolean => state === 'due' || state === 'draft';

export const offerNotice = defineNotice(NOTICES.offer, about, async (deps, of, locale, isSaid) => {
  const row = await opinionById(deps.db, of.opinionId);
  if (!row?.leadId) return null;
  const isTaken = row.writerId === row.leadId;
  const isOpen = isUnsent(row) && (isTaken || mayTakeOn(row.leadId, standingOf(row)));
  return isOpen || isSaid ? offerMessage({ ...asked(row), isOpen, isTaken }, locale) : null;
});

export const namedNotice = defineNotice(
  NOTICES.named,
  z.object({ opinionId, naming: z.int(), expertId: z.uuid(), number: z.int() }),
  async (deps, of, locale, isSaid) => {
    const row = await opinionById(deps.db, of.opinionId);
    if (!row) return null;
    const isTheirs = writerOf(standingOf(row)) === of.expertId && row.number === of.number;
    const isOpen = isTheirs && isWritable(stateOf(row.state));
    return isOpen || isSaid ? namedMessage({ ...asked(row), isOpen, isAgain: of.number > 0 }, locale) : null;
  },
);

/** To whoever was to write it until staff named somebody else. */
export const relievedNotice = defineNotice(NOTICES.relieved, about, async (deps, of, locale) => {
  const row = await opinionById(deps.db, of.opinionId);
  return row && relievedMessage(told(row), locale);
});
