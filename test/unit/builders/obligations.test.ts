import fc from 'fast-check';
import {
  allModal,
  digestMessage,
  matterBlocks,
  matterLines,
  nextBlocks,
  reminderMessage,
  theirWords,
} from '../../../src/features/obligations/views/index.ts';
import { button, typed } from '../../../src/platform/slack/blocks.ts';
import { builds, provesBuilders } from '../../support/builders.ts';
import { crowd, maybe, moment, uuid, type Words } from '../../support/words.ts';

/** Matters as features put them into words: safe in mrkdwn already, with none, one or more buttons. */
const matters = (words: Words) =>
  crowd(
    fc.record({
      due: maybe(moment),
      words: fc
        .record({ what: words.line(150), why: words.line(150), buttons: fc.constantFrom(0, 1, 2, 3) })
        .map(({ what, why, buttons: n }) => ({
          what: typed(what),
          ...(n > 1 ? { why: typed(why) } : {}),
          buttons: Array.from({ length: n }, (_, index) => button(`obligations_test_${index}`, 'Qvx')),
        })),
    }),
  );

const cohort = (words: Words) => fc.record({ id: uuid, name: words.line(60) });

/** Matters of others, each with a date and its owner. */
const theirs = (words: Words) =>
  fc.tuple(matters(words), words.line(200), moment).map(([all, who, due]) => all.map((one) => ({ ...one, due, who })));

/** Matters of the reader and of others, in one message. */
const read = (words: Words) => theirs(words).map((all) => all.map((one, n) => (n % 2 ? one : { ...one, who: null })));

const row = (words: Words) =>
  fc
    .tuple(theirs(words), fc.constantFrom('mine', 'overdue', 'soon', 'later'))
    .map(([all, part]) => all.slice(0, 8).map((one) => ({ ...one, part, who: part === 'mine' ? null : one.who })));

provesBuilders('features/obligations', [
  builds(matterLines, 'blocks', (words) =>
    fc.tuple(matters(words), moment).map(([[one = { due: null, words: { what: 'A' } }], now]) => (locale) => [
      one,
      now,
      locale,
    ]),
  ),
  builds(theirWords, 'matter', (words) =>
    fc.tuple(matters(words), words.line(200)).map(([[one], who]) => () => [{ what: 'A', ...one?.words }, who]),
  ),
  builds(digestMessage, 'message', (words) =>
    fc
      .record({
        ...{ cohort: cohort(words), now: moment, mine: matters(words), overdue: theirs(words), soon: theirs(words) },
        ...{ later: fc.nat(5000), quiet: crowd(words.line(200)) },
      })
      .map((digest) => (locale) => [digest, locale]),
  ),
  builds(allModal, 'modal', (words) =>
    fc
      .record({ cohort: cohort(words), now: moment, from: fc.nat(400), total: fc.nat(500), rows: row(words) })
      .map((list) => (locale) => [list, locale]),
  ),
  builds(matterBlocks, 'blocks', (words) =>
    fc.tuple(matters(words), moment).map(([all, now]) => (locale) => [all, now, locale]),
  ),
  builds(nextBlocks, 'home', (words) =>
    fc.tuple(matters(words), moment).map(([all, now]) => (locale) => [all, now, locale]),
  ),
  builds(reminderMessage, 'message', (words) =>
    fc
      .record({
        ...{ messageId: uuid, told: crowd(words.line(), 20), now: moment, staffOf: maybe(uuid) },
        ...{ matters: read(words), done: read(words) },
      })
      .map((facts) => (locale) => [facts, locale]),
  ),
]);
