import { collapse, tidyLines } from '../../src/core/text.ts';
import type { OpinionContent, SelfContent } from '../../src/features/opinions/rules/index.ts';
import type { TestDeps } from './deps.ts';
import { makeAction } from './opinions.ts';

type Facts = {
  readonly cohortId: string;
  readonly participationIds: readonly string[];
  readonly expertId: string;
  readonly personId: string;
  readonly staffId: string;
};

const KEYS = ['good_faith', 'openness', 'gone'];
const ratings = Object.fromEntries(KEYS.map((key, at) => [key, at + 1]));

/** An opinion of the longest words there can be. */
function longest(word: string): OpinionContent & SelfContent {
  const [text, line] = [tidyLines(word).slice(0, 2500).toWellFormed(), collapse(word).slice(0, 400).toWellFormed()];
  const lines = [line, `2 ${line}`.slice(0, 400).toWellFormed(), `3 ${line}`.slice(0, 400).toWellFormed()];
  return { smooth: text, care: text, ratings, evidence: 'documents', recommendations: lines, plans: lines };
}

/** Writes opinions one after the other, each of another organisation. */
function writing(test: TestDeps, { cohortId, participationIds, expertId, personId }: Facts) {
  const { db, ids, clock } = test.deps;
  const now = clock.now();
  let at = 0;
  return async (title: string, change: object): Promise<string> => {
    const participationId = participationIds[at] ?? '';
    at += 1;
    // Where a story has an action already, that is the one.
    const known = await db.action.findUnique({ where: { participationId } });
    const actionId = known?.id ?? (await makeAction(test, { cohortId, participationId, expertId }, { title }));
    const id = ids.next();
    const due = { lastDay: '2024-03-05', dueOn: '2024-03-19', dueTime: '23:59', zone: 'Europe/Warsaw' };
    const term = { ...due, dueAt: new Date('2024-03-19T22:59:00Z'), leadId: expertId };
    const rest = { scope: 'action', isLate: true, number: 0, canvasNumber: 0, version: 1, sentAt: now };
    await db.opinion.create({
      data: { id, participationId, cohortId, actionId, state: 'due', ...term, ...rest, ...change },
    });
    await db.selfEvaluation.create({
      data: { opinionId: id, content: longest(title) as object, sentAt: now, sentBy: personId, version: 1 },
    });
    return id;
  };
}

/** Opinions in the state in which something is said of each, with the strangest words; gives a notice of each kind. */
export async function makeOpinions(test: TestDeps, word: string, facts: Facts) {
  const { db, ids, clock } = test.deps;
  const now = clock.now();
  const write = writing(test, facts);
  const { expertId, personId, staffId, cohortId } = facts;
  const title = collapse(word).slice(0, 100).toWellFormed();
  const content = longest(word);
  const said = tidyLines(word).slice(0, 1000).toWellFormed();
  const sent = await write(title, { state: 'sent', content, writerId: expertId });
  const back = await write(title, {
    state: 'returned',
    remarks: tidyLines(word).slice(0, 2000).toWellFormed(),
    writerId: expertId,
  });
  const reaction = { reactionKind: 'question', reaction: said, reactedAt: now, reactedBy: personId };
  const readers = { readAt: now, readBy: personId };
  const opinionId = await write(title, { state: 'released', number: 1, writerId: expertId, ...reaction, ...readers });
  const version = { writtenBy: expertId, writtenAt: now, releasedBy: staffId, releasedAt: now, reason: null };
  await db.opinionVersion.create({
    data: { id: ids.next(), opinionId, number: 1, content: content as object, ...version },
  });
  await db.opinionTask.createMany({
    data: content.recommendations.map((text, position) => ({
      id: ids.next(),
      opinionId,
      text,
      position,
      state: 'open',
    })),
  });
  const open = await write(title, { state: 'due', sentAt: null });
  const participationId = facts.participationIds[2] ?? '';
  const reason = tidyLines(word).slice(0, 1500).toWellFormed();
  const form = collapse(word).slice(0, 300).toWellFormed();
  const naming = { kind: 'named', areas: ['finance', 'gone'], reason, form, namedBy: expertId, namedAt: now };
  await db.voucherNaming.create({ data: { id: ids.next(), participationId, cohortId, ...naming, number: 1 } });
  return {
    'opinions.sent': { opinionId: sent, sending: 1, isAgain: false },
    'opinions.returned': { opinionId: back, sending: 1 },
    'opinions.released': { opinionId, number: 1 },
    'opinions.reaction': { opinionId },
    'opinions.self': { opinionId },
    'opinions.offer': { opinionId: open },
    'opinions.named': { opinionId: back, naming: 1, expertId, number: 0 },
    'opinions.relieved': { opinionId: open, naming: 1 },
    'vouchers.named': { participationId, number: 1 },
  };
}
