import fc from 'fast-check';
import { LINE_MAX, REACTION_MAX, REASON_MAX, REMARKS_MAX, TEXT_MAX } from '../../../src/features/opinions/ids.ts';
import {
  EVIDENCE,
  type OpinionContent,
  type SelfContent,
  type Side,
  STATES,
} from '../../../src/features/opinions/rules/index.ts';
import {
  canvasText,
  canvasTitle,
  contentBlocks,
  dueText,
  homeBlocks,
  listModal,
  lookMatter,
  manyMatters,
  namedMessage,
  nameMatter,
  nameModal,
  offerMessage,
  openButton,
  pageModal,
  publishedMessage,
  reactionMessage,
  reactModal,
  readMatter,
  releasedBlocks,
  releasedMessage,
  relievedMessage,
  returnedMessage,
  returnModal,
  selfBlocks,
  selfMatter,
  selfMessage,
  selfModal,
  sentMessage,
  shortName,
  stateText,
  taskMatter,
  versionsModal,
  writeMatter,
  writeModal,
} from '../../../src/features/opinions/views/index.ts';
import { builds, provesBuilders } from '../../support/builders.ts';
import { count, day, maybe, moment, uuid, type Words } from '../../support/words.ts';

const yes = fc.boolean();
const side = fc.constantFrom<Side>('writer', 'staff', 'organisation', 'expert');
const state = fc.constantFrom(...STATES);
const due = day.map((date) => ({ date, time: '23:59', zone: 'Europe/Warsaw' }));
const KEYS = ['good_faith', 'openness', 'transparency', 'responsiveness', 'coordination', 'predictability', 'general'];
const label = (words: Words) => words.line(75).map((text) => ({ pl: text, en: text }));
const principles = (words: Words) =>
  fc.array(label(words), { maxLength: 7 }).map((all) => all.map((one, at) => ({ key: KEYS[at] ?? '', label: one })));
const ratings = fc.subarray(KEYS).map((keys) => Object.fromEntries(keys.map((key, at) => [key, (at % 5) + 1])));
const lines = (words: Words, minLength: number) => fc.array(words.line(LINE_MAX), { minLength, maxLength: 3 });

const content = (words: Words): fc.Arbitrary<OpinionContent> =>
  fc.record({
    ...{ smooth: words.text(TEXT_MAX), care: words.text(TEXT_MAX), ratings, evidence: fc.constantFrom(...EVIDENCE) },
    recommendations: lines(words, 1),
  });
const self = (words: Words): fc.Arbitrary<SelfContent> =>
  fc.record({ smooth: words.text(TEXT_MAX), care: words.text(TEXT_MAX), ratings, plans: lines(words, 0) });
const named = (words: Words) => ({
  ...{ opinionId: uuid, organisation: words.line(), cohort: words.line(60), action: words.line(), isPreparation: yes },
  principles: principles(words),
});
const released = (words: Words) =>
  fc.record({
    ...{ ...named(words), number: fc.constantFrom(1, 2), newest: fc.constantFrom(2, 3), content: content(words) },
    ...{ reason: maybe(words.text(REASON_MAX)), at: moment, writer: words.line(), isByAnother: yes, isSelfSent: yes },
    read: maybe(fc.record({ by: words.line(), at: moment })),
    reaction: maybe(fc.record({ text: words.text(REACTION_MAX), isQuestion: yes, by: words.line() })),
  });
const opinion = (words: Words) =>
  fc.record({
    ...{
      ...named(words),
      state,
      version: fc.constant(3),
      number: fc.constantFrom(0, 1, 2),
      due,
      sentAt: maybe(moment),
    },
    ...{ writer: maybe(words.line()), sent: maybe(content(words)), reason: maybe(words.text(REASON_MAX)) },
    ...{
      remarks: maybe(words.text(REMARKS_MAX)),
      isLate: yes,
      self: maybe(self(words)),
      released: maybe(released(words)),
    },
    tasks: fc.array(fc.record({ text: words.line(LINE_MAX), isDone: yes }), { maxLength: 9 }),
  });
const form = (words: Words) =>
  fc.record({
    ...{ ...named(words), version: fc.constant(0), number: fc.constantFrom(0, 1), due, hasObserved: yes },
    ...{ remarks: maybe(words.text(REMARKS_MAX)), self: maybe(self(words)), notes: maybe(words.text(3000)) },
    draft: fc.record({
      ...{ smooth: words.text(TEXT_MAX), care: words.text(TEXT_MAX), ratings, reason: words.text(REASON_MAX) },
      ...{ evidence: fc.constantFrom(...EVIDENCE), recommendations: lines(words, 0) },
    }),
  });
const told = (words: Words) => ({ opinionId: uuid, organisation: words.line() });
const asked = (words: Words) => ({ ...told(words), action: words.line(), due, isOpen: yes });
const seen = fc.record({ opinionId: uuid, version: fc.constant(2) });
const row = (words: Words) =>
  fc.record({ ...told(words), writer: maybe(words.line()), state, number: fc.constantFrom(0, 2), due, side });

provesBuilders('features/opinions', [
  builds(contentBlocks, 'blocks', (words) =>
    fc.tuple(content(words), principles(words)).map(([one, rated]) => (locale) => [one, rated, locale]),
  ),
  builds(selfBlocks, 'blocks', (words) =>
    fc.tuple(self(words), principles(words)).map(([one, rated]) => (locale) => [one, rated, locale]),
  ),
  builds(releasedBlocks, 'blocks', (words) => released(words).map((facts) => (locale) => [facts, locale])),
  builds(releasedMessage, 'message', (words) => released(words).map((facts) => (locale) => [facts, locale])),
  builds(canvasText, 'plain', (words) => released(words).map((facts) => (locale) => [facts, locale])),
  builds(pageModal, 'modal', (words) =>
    fc.tuple(opinion(words), side).map(([facts, who]) => (locale) => [facts, who, locale]),
  ),
  builds(versionsModal, 'modal', (words) =>
    fc.array(released(words), { minLength: 1, maxLength: 8 }).map((all) => (locale) => [all, locale]),
  ),
  builds(writeModal, 'modal', (words) => form(words).map((facts) => (locale) => [facts, locale])),
  builds(selfModal, 'modal', (words) =>
    form(words).map((facts) => (locale) => [
      { ...facts, draft: { ...facts.draft, plans: facts.draft.recommendations } },
      locale,
    ]),
  ),
  builds(returnModal, 'modal', () => seen.map((one) => (locale) => [one, locale])),
  builds(nameModal, 'modal', () => seen.map((one) => (locale) => [one, locale])),
  builds(reactModal, 'modal', () => uuid.map((opinionId) => (locale) => [{ opinionId }, locale])),
  builds(listModal, 'modal', (words) =>
    fc
      .tuple(fc.array(row(words), { maxLength: 8 }), fc.constantFrom(0, 8), fc.constantFrom(0, 8, 40))
      .map(([rows, from, total]) => (locale) => [{ list: { own: true, from } as const, rows, total }, locale]),
  ),
  builds(homeBlocks, 'home', () => count.map((n) => (locale) => [{ own: true, from: 0 } as const, n, locale])),
  builds(sentMessage, 'message', (words) =>
    fc
      .record({ ...told(words), writer: words.line(), isAgain: yes, isLate: yes, isOpen: yes })
      .map((facts) => (locale) => [facts, locale]),
  ),
  builds(returnedMessage, 'message', (words) =>
    fc
      .record({ ...told(words), remarks: maybe(words.text(REMARKS_MAX)), isOpen: yes })
      .map((facts) => (locale) => [facts, locale]),
  ),
  builds(publishedMessage, 'message', (words) =>
    fc.record({ ...told(words), number: fc.constantFrom(1, 2) }).map((facts) => (locale) => [facts, locale]),
  ),
  builds(reactionMessage, 'message', (words) =>
    fc
      .record({ ...told(words), by: words.line(), isQuestion: yes, text: words.text(REACTION_MAX) })
      .map((facts) => (locale) => [facts, locale]),
  ),
  builds(selfMessage, 'message', (words) =>
    fc
      .record({ ...told(words), content: self(words), principles: principles(words) })
      .map((facts) => (locale) => [facts, locale]),
  ),
  builds(offerMessage, 'message', (words) =>
    fc.record({ ...asked(words), isTaken: yes }).map((facts) => (locale) => [facts, locale]),
  ),
  builds(namedMessage, 'message', (words) =>
    fc.record({ ...asked(words), isAgain: yes }).map((facts) => (locale) => [facts, locale]),
  ),
  builds(relievedMessage, 'message', (words) => fc.record(told(words)).map((facts) => (locale) => [facts, locale])),
  builds(writeMatter, 'matter', (words) =>
    fc.record({ ...told(words), isReturned: yes, isPreparation: yes }).map((facts) => (locale) => [facts, locale]),
  ),
  builds(nameMatter, 'matter', (words) => fc.record(told(words)).map((facts) => (locale) => [facts, locale])),
  builds(lookMatter, 'matter', (words) => fc.record(told(words)).map((facts) => (locale) => [facts, locale])),
  builds(manyMatters, 'matter', () => count.map((n) => (locale) => [n, locale])),
  builds(readMatter, 'matter', (words) =>
    fc.record({ ...told(words), number: fc.constant(1) }).map((facts) => (locale) => [facts, locale]),
  ),
  builds(selfMatter, 'matter', (words) => fc.record(told(words)).map((facts) => (locale) => [facts, locale])),
  builds(taskMatter, 'matter', (words) =>
    fc.record({ taskId: uuid, text: words.line(LINE_MAX) }).map((facts) => (locale) => [facts, locale]),
  ),
  builds(
    openButton,
    'element',
    (words) =>
      fc.tuple(uuid, words.line()).map(([id, text]) => () => [id, text]),
    { isForOthers: true },
  ),
  builds(stateText, 'plain', () =>
    fc.tuple(fc.record({ state, number: fc.constantFrom(0, 1), due }), side).map(([facts, who]) => (locale) => [
      facts,
      who,
      locale,
    ]),
  ),
  builds(canvasTitle, 'plain', () => fc.constant((locale) => [locale])),
  builds(shortName, 'mrkdwn', (words) => words.line().map((name) => () => [name]), { isForOthers: true }),
  builds(dueText, 'plain', () => due.map((one) => (locale) => [one, locale])),
]);
