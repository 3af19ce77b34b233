import fc from 'fast-check';
import { matterBlocks, nextBlocks, reminderMessage } from '../../../src/features/obligations/views.ts';
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

provesBuilders('features/obligations', [
  builds(matterBlocks, 'blocks', (words) =>
    fc.tuple(matters(words), moment).map(([all, now]) => (locale) => [all, now, locale]),
  ),
  builds(nextBlocks, 'home', (words) =>
    fc.tuple(matters(words), moment).map(([all, now]) => (locale) => [all, now, locale]),
  ),
  builds(reminderMessage, 'message', (words) =>
    fc
      .record({
        messageId: uuid,
        matters: matters(words),
        done: crowd(words.line(150).map(typed), 20),
        told: crowd(words.line(), 20),
        now: moment,
      })
      .map((facts) => (locale) => [facts, locale]),
  ),
]);
