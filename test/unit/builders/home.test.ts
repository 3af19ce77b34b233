import fc from 'fast-check';
import type { Role } from '../../../src/core/actor.ts';
import { helpMessage, homeView } from '../../../src/features/home/views.ts';
import { section } from '../../../src/platform/slack/blocks.ts';
import { actor } from '../../support/actors.ts';
import { builds, provesBuilders } from '../../support/builders.ts';
import { crowd, maybe, type Words } from '../../support/words.ts';

/** Somebody of every audience. */
const somebody = (words: Words) =>
  fc
    .record({
      name: words.line(),
      roles: fc.subarray<Role>(['staff', 'expert']),
      organisationIds: fc.constantFrom<readonly string[]>([], ['one']),
    })
    .map(({ roles, ...facts }) => ({ ...facts, roles: roles.map((role) => ({ role, cohortId: null })) }));

provesBuilders('features/home', [
  builds(helpMessage, 'message', (words) =>
    fc
      .record({ facts: somebody(words), lines: crowd(fc.constant('Qvx'), 30), unknown: maybe(words.line()) })
      .map(({ facts, lines, unknown }) => (locale) => [actor({ ...facts, locale }), lines, unknown]),
  ),
  builds(homeView, 'home', (words) =>
    fc
      .record({ facts: somebody(words), parts: crowd(crowd(fc.constant(section('Qvx')), 40), 9), broken: fc.boolean() })
      .map(({ facts, parts, broken }) => (locale) => [actor({ ...facts, locale }), parts, broken]),
  ),
]);
