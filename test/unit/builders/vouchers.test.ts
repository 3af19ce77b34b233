import fc from 'fast-check';
import { FORM_MAX, REASON_MAX } from '../../../src/features/vouchers/ids.ts';
import { KINDS } from '../../../src/features/vouchers/rules/index.ts';
import {
  areaMatter,
  namedMessage,
  nameModal,
  namingBlocks,
  ownBlocks,
  saidModal,
  shortName,
} from '../../../src/features/vouchers/views/index.ts';
import { builds, provesBuilders } from '../../support/builders.ts';
import { moment, uuid, type Words } from '../../support/words.ts';

const line = (words: Words) =>
  fc.record({
    ...{ kind: fc.constantFrom(...KINDS), areas: fc.array(words.line(75), { maxLength: 5 }), at: moment },
    ...{ reason: words.text(REASON_MAX), form: fc.oneof(fc.constant(''), words.line(FORM_MAX)), by: words.line() },
  });
const STATES = ['not_available', 'eligible', 'area_named', 'not_recommended'] as const;
const said = (words: Words) => fc.array(line(words), { maxLength: 9 });
const place = (words: Words) => ({ participationId: uuid, organisation: words.line() });

provesBuilders('features/vouchers', [
  builds(namingBlocks, 'blocks', (words) => line(words).map((one) => (locale) => [one, locale])),
  builds(nameModal, 'modal', (words) =>
    fc
      .record({
        ...{ ...place(words), said: said(words), isEarly: fc.boolean() },
        areas: words.line(75).map((text) => [
          { value: 'finance', text },
          { value: 'management', text },
        ]),
        initial: fc.record({
          ...{ areas: fc.constantFrom([], ['finance'], ['gone']), reason: words.text(REASON_MAX) },
          form: words.line(FORM_MAX),
        }),
      })
      .map((facts) => (locale) => [facts, locale]),
  ),
  builds(saidModal, 'modal', (words) =>
    fc.record({ organisation: words.line(), said: said(words) }).map((facts) => (locale) => [facts, locale]),
  ),
  builds(areaMatter, 'matter', (words) =>
    fc.tuple(fc.record(place(words)), fc.boolean()).map(([facts, isStaffs]) => (locale) => [facts, isStaffs, locale]),
  ),
  builds(ownBlocks, 'home', (words) =>
    fc
      .array(fc.record({ ...place(words), state: fc.constantFrom(...STATES) }), { minLength: 1, maxLength: 13 })
      .map((all) => (locale) => [all, locale]),
  ),
  builds(namedMessage, 'message', (words) =>
    fc.record({ ...place(words), line: line(words) }).map((facts) => (locale) => [facts, locale]),
  ),
  builds(shortName, 'mrkdwn', (words) => words.line().map((name) => () => [name]), { isForOthers: true }),
]);
