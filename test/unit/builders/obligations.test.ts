import fc from 'fast-check';
import { matterBlocks, nextBlocks, reminderMessage } from '../../../src/features/obligations/views.ts';
import { button, typed } from '../../../src/platform/slack/blocks.ts';
import { builds, provesBuilders } from '../../support/builders.ts';
import { crowd, maybe, moment, uuid, type Words } from '../../support/words.ts';

/** A matter in a feature's words: people's own are made harmless there. */
const matter = (words: Words) =>
  fc.record({
    due: maybe(moment),
    words: fc.record({
      what: words.line(150).map(typed),
      why: words.line(150).map(typed),
      buttons: fc.constantFrom(
        [],
        [button('qvx_one', 'Qvx', { value: 'qvx' })],
        [button('qvx_one', 'Qvx', { value: 'qvx' }), button('qvx_two', 'Qvx', { value: 'qvx' })],
      ),
    }),
  });

provesBuilders('features/obligations', [
  builds(matterBlocks, 'blocks', (words) =>
    fc.tuple(crowd(matter(words), 40), moment).map(([matters, now]) => (locale) => [matters, now, locale]),
  ),
  builds(nextBlocks, 'blocks', (words) =>
    fc.tuple(crowd(matter(words), 40), moment).map(([matters, now]) => (locale) => [matters, now, locale]),
  ),
  builds(reminderMessage, 'message', (words) =>
    fc
      .record({ messageId: uuid, matters: crowd(matter(words), 40), told: crowd(words.line(), 20), now: moment })
      .map((facts) => (locale) => [facts, locale]),
  ),
]);
