import fc from 'fast-check';
import { VOIVODESHIPS } from '../../../src/core/voivodeships.ts';
import {
  type Candidate,
  DECLINE_CATEGORIES,
  type Reason,
  rank,
} from '../../../src/features/assignments/rules/index.ts';
import {
  answeredMessage,
  declineModal,
  introducedMessage,
  mineHome,
  namesOf,
  overrideModal,
  pickModal,
  proposalMessage,
  type Situation,
  situationModal,
  waitingMessage,
  withdrawnMessage,
} from '../../../src/features/assignments/views/index.ts';
import { rankingBlocks } from '../../../src/features/assignments/views/ranking.ts';
import { exclusionText, reasonText, voivodeshipName } from '../../../src/features/assignments/views/reasons.ts';
import type { ExpertField } from '../../../src/features/experts/public.ts';
import { builds, provesBuilders } from '../../support/builders.ts';
import { definition } from '../../support/rows.ts';
import { channelId, count, crowd, day, maybe, moment, userId, uuid, type Words } from '../../support/words.ts';

const region = fc.constantFrom(...VOIVODESHIPS.map((one) => one.key), 'xvq');
const load = fc.constantFrom(0, 1, 3, 50);

const candidate = (words: Words, keys: readonly string[]): fc.Arbitrary<Candidate> =>
  fc.record({
    ...{ expertId: uuid, name: words.line(), fields: fc.subarray([...keys, 'xvq']), regions: fc.array(region) },
    ...{ maxLoad: load, load, experience: count, tie: maybe(fc.constantFrom('work', 'xvq')) },
    ...{ isInactive: fc.boolean(), isInCohort: fc.boolean(), hasDeclined: fc.boolean() },
  });

/** The fields of a programme and some that an organisation needs. */
const wanted = (words: Words) =>
  definition(words).chain(({ expertFields: fields }) =>
    fc.record({
      fields: fc.constant<readonly ExpertField[]>(fields),
      needs: fc.subarray([...fields.map((one) => one.key), 'xvq']),
      voivodeship: region,
    }),
  );

/** A ranking with the experts' words around it. */
const ranking = (words: Words) =>
  wanted(words).chain((at) =>
    crowd(candidate(words, at.needs)).map((all) => ({ at, ranking: rank(distinct(all), at) })),
  );

/** Each person once: people of one crowd are copies of a few. */
const distinct = (all: readonly Candidate[]): readonly Candidate[] =>
  all.map((one, n) => ({ ...one, expertId: `${one.expertId.slice(0, -4)}${String(n).padStart(4, '0')}` }));

const page = fc.constantFrom(0, 1, 24, 99);

const place = (words: Words) => ({ organisation: words.line(), town: words.line(), cohort: words.line(60) });

const situation = (words: Words) =>
  ranking(words).chain(({ at, ranking: ranked }) =>
    fc.record({
      at: fc.constant(at),
      situation: fc.record<Situation>({
        ...{ participationId: uuid, ...place(words), voivodeship: region, subject: maybe(words.line()) },
        needs: fc.constant(at.needs),
        current: maybe(
          fc.record({
            ...{ assignmentId: uuid, isActive: fc.boolean(), expert: words.line() },
            ...{ proposedBy: words.line(), since: moment },
          }),
        ),
        ranking: fc.constantFrom(null, ranked),
      }),
    }),
  );

provesBuilders('features/assignments', [
  builds(pickModal, 'modal', () => maybe(uuid).map((id) => (locale) => [id, locale])),
  builds(overrideModal, 'modal', (words) =>
    fc
      .tuple(
        fc.record({ participationId: uuid, expertId: uuid }),
        fc.record({ name: words.line(), load, maxLoad: load }),
      )
      .map(([pair, expert]) => (locale) => [pair, expert, locale]),
  ),
  builds(declineModal, 'modal', (words) =>
    fc.tuple(uuid, words.line()).map(([id, name]) => (locale) => [id, name, locale]),
  ),
  builds(situationModal, 'modal', (words) =>
    fc
      .record({ made: situation(words), page, note: fc.constantFrom({}, { note: '*Qvx*' }) })
      .map(({ made, page: at, note }) => (locale) => [made.situation, { ...made.at, locale }, { ...note, page: at }]),
  ),
  builds(rankingBlocks, 'blocks', (words) =>
    fc.record({ made: ranking(words), page, id: uuid }).map(({ made, page: at, id }) => (locale) => [
      id,
      made.ranking,
      at,
      { ...made.at, locale },
    ]),
  ),
  builds(mineHome, 'home', (words) =>
    crowd(
      fc.record({
        ...{ assignmentId: uuid, isActive: fc.boolean(), ...place(words) },
        ...{ subject: maybe(words.line()), channelId: maybe(channelId) },
      }),
    ).map((all) => (locale) => [all, locale]),
  ),
  builds(proposalMessage, 'message', (words) =>
    fc
      .record({ assignmentId: uuid, ...place(words), subject: maybe(words.line()), until: moment })
      .map((offered) => (locale) => [offered, locale]),
  ),
  builds(withdrawnMessage, 'message', (words) => words.line().map((name) => (locale) => [name, locale])),
  builds(introducedMessage, 'message', (words) =>
    fc
      .tuple(
        wanted(words),
        fc.record({
          ...{ name: words.line(), slackUserId: maybe(userId), regions: fc.uniqueArray(region) },
          about: maybe(words.text(600)),
        }),
      )
      .map(([{ fields, needs }, profile]) => (locale) => [{ ...profile, offers: needs }, fields, locale]),
  ),
  builds(answeredMessage, 'message', (words) =>
    fc
      .record({
        ...{ participationId: uuid, expert: words.line(), organisation: words.line(), cohort: words.line(60) },
        declined: maybe(fc.record({ category: fc.constantFrom(...DECLINE_CATEGORIES), note: maybe(words.text(1000)) })),
      })
      .map((answered) => (locale) => [answered, locale]),
  ),
  builds(waitingMessage, 'message', (words) =>
    fc.tuple(uuid, words.line(60), count).map(([id, cohort, n]) => (locale) => [id, cohort, n, locale]),
  ),
  builds(namesOf, 'mrkdwn', (words) =>
    wanted(words)
      .filter(({ needs }) => needs.length > 0)
      .map(({ fields, needs }) => (locale) => [needs, { fields, locale }]),
  ),
  builds(voivodeshipName, 'mrkdwn', () => region.map((key) => (locale) => [key, locale])),
  builds(reasonText, 'mrkdwn', (words) =>
    wanted(words).chain((at) =>
      fc
        .oneof<fc.Arbitrary<Reason>[]>(
          fc.constantFrom(...(['region', 'whole_country', 'other_region'] as const).map((kind) => ({ kind }))),
          fc.record({ kind: fc.constant('fields' as const), matched: fc.constant(at.needs), asked: count }),
          fc.record({ kind: fc.constant('no_fields' as const), asked: count }),
          fc.record({ kind: fc.constant('load' as const), load, maxLoad: load }),
          fc.record({ kind: fc.constant('experience' as const), count }),
          fc.record({ kind: fc.constant('away' as const), until: day }),
        )
        .map((reason) => (locale) => [reason, { ...at, locale }]),
    ),
  ),
  builds(exclusionText, 'mrkdwn', () =>
    fc
      .constantFrom(
        ...(['inactive', 'not_in_cohort', 'declined'] as const).map((rule) => ({ rule })),
        { rule: 'tie' as const, category: 'xvq' },
        { rule: 'full' as const, load: 5, maxLoad: 5 },
        { rule: 'away' as const, until: '2026-06-05' },
      )
      .map((exclusion) => (locale) => [exclusion, locale]),
  ),
]);
