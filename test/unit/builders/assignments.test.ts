import fc from 'fast-check';
import { VOIVODESHIPS } from '../../../src/core/voivodeships.ts';
import {
  type Candidate,
  DECLINE_CATEGORIES,
  type Reason,
  rank,
  STATES,
} from '../../../src/features/assignments/rules/index.ts';
import { briefMessage } from '../../../src/features/assignments/views/brief.ts';
import {
  handingOverMessage,
  handOverHome,
  handOverModal,
  handOverPickModal,
  leftMessage,
  partingMessage,
  staysMessage,
} from '../../../src/features/assignments/views/hand-over.ts';
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
import { planCases } from './assignments-plan.ts';

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
        current: fc.array(
          fc.record({
            ...{ assignmentId: uuid, isActive: fc.boolean(), expert: words.line() },
            ...{ proposedBy: words.line(), since: moment },
          }),
          { maxLength: 2 },
        ),
        handOver: maybe(
          fc.record({
            ...{ handOverId: uuid, former: words.line(), hasLeft: fc.boolean() },
            lastOn: fc.constantFrom(null, '2024-05-06'),
          }),
        ),
        ranking: fc.constantFrom(null, ranked),
      }),
    }),
  );

provesBuilders('features/assignments', [
  ...planCases,
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
      .record({
        assignmentId: uuid,
        state: fc.constantFrom(...STATES),
        ...place(words),
        subject: maybe(words.line()),
        until: moment,
      })
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
          instead: maybe(words.line()),
        }),
      )
      .map(([{ fields, needs }, profile]) => (locale) => [{ ...profile, offers: needs }, fields, locale]),
  ),
  builds(answeredMessage, 'message', (words) =>
    fc
      .record({
        ...{ participationId: uuid, expert: words.line(), organisation: words.line(), cohort: words.line(60) },
        declined: maybe(fc.record({ category: fc.constantFrom(...DECLINE_CATEGORIES), note: maybe(words.text(1000)) })),
        standby: maybe(fc.record({ expertId: uuid, name: words.line() })),
      })
      .map((answered) => (locale) => [answered, locale]),
  ),
  builds(handOverPickModal, 'modal', () => maybe(uuid).map((id) => (locale) => [id, locale])),
  builds(handOverModal, 'modal', (words) =>
    fc
      .record({
        ...{ participationId: uuid, assignmentId: uuid, organisation: words.line(), former: words.line() },
        made: ranking(words),
      })
      .map(({ made, ...form }) => (locale) => {
        const successors = made.ranking.ranked;
        const standbys = successors.slice(1, 2).map(({ candidate: { expertId } }) => expertId);
        return [{ ...form, successors, standbys }, locale];
      }),
  ),
  builds(handOverHome, 'home', () => count.map((n) => (locale) => [n, locale])),
  builds(handingOverMessage, 'message', (words) =>
    fc.tuple(words.line(), fc.constantFrom(null, '2024-05-06')).map(([name, day]) => (locale) => [name, day, locale]),
  ),
  builds(leftMessage, 'message', (words) => words.line().map((name) => (locale) => [name, locale])),
  builds(staysMessage, 'message', (words) => words.line().map((name) => (locale) => [name, locale])),
  builds(partingMessage, 'message', (words) => words.line().map((name) => (locale) => [name, locale])),
  builds(briefMessage, 'message', (words) =>
    fc
      .tuple(
        wanted(words),
        fc.record({
          ...{ organisation: words.line(), town: words.line(), cohort: words.line(60), former: words.line() },
          ...{ channelId: maybe(channelId), subject: maybe(words.line()), note: maybe(words.text(2000)) },
          ...{ people: crowd(words.line()), history: crowd(words.line()) },
          ...{ since: fc.constant('1.02.2023'), until: fc.constant('2.03.2023') },
          open: crowd(fc.record({ what: words.line(), due: fc.constantFrom(null, '3.04.2023') })),
        }),
      )
      .map(([{ fields, needs }, brief]) => (locale) => [{ ...brief, needs }, fields, locale]),
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
