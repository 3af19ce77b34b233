import fc from 'fast-check';
import { ALARMS, TOPICS } from '../../../src/features/concerns/rules/index.ts';
import {
  alarmModal,
  cardButton,
  closeModalView,
  expertHome,
  matterWords,
  raisedMessage,
  raiseModal,
  silentMessage,
} from '../../../src/features/concerns/views/index.ts';
import { builds, provesBuilders } from '../../support/builders.ts';
import { crowd, maybe, uuid, type Words } from '../../support/words.ts';

const day = fc.constantFrom('2024-05-06', '2025-12-24');
const topic = fc.constantFrom(...TOPICS);

const about = (words: Words) => ({
  ...{ requestId: uuid, participationId: uuid, topic },
  ...{ organisation: words.line(), cohort: words.line(60) },
});

provesBuilders('features/concerns', [
  builds(raiseModal, 'modal', () =>
    fc.record({ participationId: uuid, requestId: uuid }).map((metadata) => (locale) => [metadata, locale]),
  ),
  builds(alarmModal, 'modal', (words) =>
    fc
      .record({
        ...{ requestId: uuid, chosen: maybe(uuid) },
        places: crowd(fc.record({ id: uuid, name: words.line(60) })).filter((all) => all.length > 0),
      })
      .map((form) => (locale) => [form, locale]),
  ),
  builds(closeModalView, 'modal', (words) =>
    fc
      .record({
        requestId: uuid,
        topic: fc.constantFrom(...ALARMS),
        organisation: words.line(),
        text: words.text(3000),
      })
      .map((closing) => (locale) => [closing, locale]),
  ),
  builds(cardButton, 'element', () => uuid.map((id) => (locale) => [id, locale])),
  builds(expertHome, 'home', () => fc.constant((locale) => [locale])),
  builds(matterWords, 'matter', (words) => fc.record(about(words)).map((facts) => (locale) => [facts, locale])),
  builds(raisedMessage, 'message', (words) =>
    fc
      .record({
        ...about(words),
        ...{ person: words.line(), text: words.text(3000), answerOn: maybe(day) },
        ...{ isClosed: fc.boolean(), isLed: fc.boolean() },
      })
      .map((raised) => (locale) => [raised, locale]),
  ),
  builds(silentMessage, 'message', (words) =>
    fc
      .record({
        ...{ signalId: uuid, participationId: uuid, since: day, isDismissed: fc.boolean() },
        fact: fc.constantFrom('no_booking', 'unanswered_request', 'overdue_card', 'overdue_opinion', 'xvq'),
        ...{ expert: words.line(), organisation: words.line(), cohort: words.line(60) },
      })
      .map((silent) => (locale) => [silent, locale]),
  ),
]);
