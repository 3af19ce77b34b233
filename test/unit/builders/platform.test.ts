import fc from 'fast-check';
import { section } from '../../../src/platform/slack/blocks.ts';
import type { Modal } from '../../../src/platform/slack/message.ts';
import { platformTexts } from '../../../src/platform/slack/texts.ts';
import { noteModal, toMessage, toView, workingModal } from '../../../src/platform/slack/views.ts';
import { builds, provesBuilders } from '../../support/builders.ts';
import { channelId, maybe } from '../../support/words.ts';

/** Modals of any size, up to the most that features build. */
const modal: fc.Arbitrary<Modal> = fc
  .record({ blocks: fc.integer({ min: 1, max: 100 }), length: fc.constantFrom(1, 100, 740) })
  .map(({ blocks, length }) => ({
    ...noteModal('Qvx', 'Qvx'),
    blocks: Array.from({ length: blocks }, () => section('Qvx '.repeat(length))),
  }));

provesBuilders('platform/slack', [
  builds(noteModal, 'modal', () =>
    fc.constantFrom('surprise' as const, 'unknown' as const, 'gone' as const).map((key) => (locale) => {
      const { [key]: words, working } = platformTexts(locale);
      return [working.title, typeof words === 'string' ? words : words('0A1B2C3D')];
    }),
  ),
  builds(workingModal, 'modal', () => fc.constant((locale) => [locale])),
  builds(toView, 'view', () =>
    fc.tuple(modal, maybe(channelId)).map(([one, channel]) => (locale) => [one, locale, channel]),
  ),
  builds(toMessage, 'message', () => modal.map((one) => () => [one])),
]);
