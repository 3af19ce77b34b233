import fc from 'fast-check';
import type { ListValue, Target } from '../../../src/features/deadlines/ids.ts';
import type { Warning } from '../../../src/features/deadlines/rules/index.ts';
import {
  answerButtons,
  answeredMessage,
  askedMessage,
  askModal,
  cardBlocks,
  checkModal,
  chooseModal,
  closingCheckModal,
  closingMessage,
  closingModal,
  formModal,
  historyModal,
  homeBlocks,
  lastDayModal,
  listButton,
  manyWords,
  matterWords,
  movedMessage,
  ownerButtons,
  ownModal,
  refuseModal,
  requestsWords,
  requestWords,
  shortName,
  staffListModal,
  warningBlocks,
} from '../../../src/features/deadlines/views/index.ts';
import { builds, provesBuilders } from '../../support/builders.ts';
import { count, crowd, day, maybe, moment, uuid, type Words } from '../../support/words.ts';

const time = fc.constantFrom('00:00', '02:30', '23:59');
const due = fc.record({ date: day, time });
const owes = fc.constantFrom('organisation' as const, 'expert' as const, 'staff' as const);
const yes = fc.boolean();

const list: fc.Arbitrary<ListValue> = fc.oneof(
  fc.record({ cohortId: uuid, from: fc.constantFrom(0, 8) }),
  fc.record({ participationId: uuid, from: fc.constantFrom(0, 8) }),
  fc.record({ own: fc.constant(true as const), from: fc.constantFrom(0, 8) }),
);

const group = fc.oneof(
  fc.record({ kind: fc.constant('plan'), state: fc.constantFrom('open' as const, 'done' as const), date: day, time }),
  fc.constant({ kind: 'plan', state: 'none' as const, date: null, time: null }),
);
const target: fc.Arbitrary<Target> = fc.record({ cohortId: uuid, participationId: maybe(uuid), group });

const request = maybe(fc.record({ id: uuid, until: day }));
const row = (words: Words) =>
  fc.record({
    target,
    label: words.line(60),
    isOverdue: yes,
    names: fc.array(words.line(), { minLength: 1, maxLength: 5 }),
    deadlineId: maybe(uuid),
  });

const cohortPart = (words: Words) =>
  fc.record({
    id: uuid,
    lastDay: maybe(day),
    hasPlaces: yes,
    calls: crowd(
      fc.record({
        ...{ callId: uuid, stage: words.line(60), closesAt: moment },
        phase: fc.constantFrom('scheduled' as const, 'open' as const, 'closed' as const, 'resolved' as const),
      }),
      3,
    ),
    requests: crowd(fc.record({ requestId: uuid, organisation: words.line(), label: words.line(60), until: day }), 9),
  });

const staffList = (words: Words) =>
  fc.record({
    ...{ list, heading: words.line(), hasKinds: yes, total: count },
    cohort: maybe(cohortPart(words)),
    rows: crowd(row(words), 8),
  });

const ownRow = (words: Words) =>
  fc.record({
    ...{ deadlineId: uuid, what: words.line(), organisation: words.line(), cohort: words.line(60) },
    ...{ date: day, time, isDone: yes, isOverdue: yes, isMine: yes, owes, request },
  });

const warning: fc.Arbitrary<Warning> = fc.oneof(
  fc.record({ kind: fc.constantFrom('gap' as const, 'overlap' as const), date: day, time, becomes: time }),
  fc.record({
    kind: fc.constantFrom(...(['saturday', 'sunday', 'holiday', 'cut', 'earlier'] as const)),
    date: day,
  }),
);
const warnings = fc.array(warning, { maxLength: 8 });

const reason = (words: Words) => words.text(300);
const checkData = (words: Words) =>
  fc.record({
    ...{ target, moveId: uuid, date: day, time, reason: maybe(reason(words)), seen: fc.constant('0a1b2c') },
    scope: fc.oneof(
      fc.constantFrom({ of: 'row' as const }, { of: 'all' as const }),
      fc.array(uuid, { minLength: 40, maxLength: 40 }).map((ids) => ({ of: 'places' as const, ids })),
    ),
  });

const check = (words: Words) =>
  fc.record({
    ...{ data: checkData(words), label: words.line(60), warnings, told: count },
    concerned: crowd(fc.record({ name: words.line(), from: maybe(due) })),
    following: crowd(fc.record({ label: words.line(60), to: due, count: fc.constantFrom(1, 2, 5) }), 9),
    kept: crowd(
      fc.record({
        ...{ label: words.line(60), count: fc.constantFrom(1, 2, 5) },
        why: fc.constantFrom('done' as const, 'same' as const, 'removed' as const, 'past' as const),
      }),
      9,
    ),
  });

const change = fc.constantFrom('extended' as const, 'shortened' as const, 'reopened' as const, 'corrected' as const);

const asked = (words: Words) =>
  fc.record({
    ...{ requestId: uuid, person: words.line(), organisation: words.line(), cohort: words.line(60) },
    ...{ label: words.line(60), due, proposedOn: day, reason: reason(words), isLate: yes },
    ...{ answeredBy: maybe(words.line()) },
    state: fc.constantFrom(...(['open', 'approved', 'refused', 'withdrawn', 'by_policy'] as const)),
    following: crowd(fc.record({ label: words.line(60), to: due }), 8),
  });

const matter = (words: Words) =>
  fc.record({
    ...{ deadlineId: uuid, organisation: words.line(), cohort: words.line(60), label: words.line(60) },
    ...{ what: words.line(), request },
  });

provesBuilders('features/deadlines', [
  builds(shortName, 'mrkdwn', (words) => words.line().map((name) => () => [name])),
  builds(staffListModal, 'modal', (words) => staffList(words).map((data) => (locale) => [data, locale])),
  builds(chooseModal, 'modal', (words) =>
    crowd(fc.record({ id: uuid, name: words.line(60) }), 50).map((all) => (locale) => [all, locale]),
  ),
  builds(ownModal, 'modal', (words) =>
    fc
      .record({ page: fc.record({ list, rows: crowd(ownRow(words), 8), total: count }), note: maybe(words.line(60)) })
      .map(({ page, note }) => (locale) => [page, note === null ? null : shortName(note), locale]),
  ),
  builds(ownerButtons, 'element', () =>
    fc.tuple(fc.record({ deadlineId: uuid, requestId: maybe(uuid) }), maybe(list)).map(([of, at]) => (locale) => [
      of,
      at,
      locale,
    ]),
  ),
  builds(formModal, 'modal', (words) =>
    fc
      .record({
        act: fc.constantFrom('put' as const, 'finish' as const, 'reopen' as const, 'remove' as const),
        ...{ target, moveId: uuid, label: words.line(60), cohort: words.line(60), all: count },
        ...{ names: fc.array(words.line(), { minLength: 1, maxLength: 3 }), date: maybe(day), time },
      })
      .map((facts) => (locale) => [facts, locale]),
  ),
  builds(checkModal, 'modal', (words) =>
    fc.tuple(check(words), yes).map(([facts, isChanged]) => (locale) => [facts, isChanged, locale]),
  ),
  builds(warningBlocks, 'blocks', () =>
    fc.array(warning, { minLength: 1, maxLength: 8 }).map((all) => (locale) => [all, locale]),
  ),
  builds(closingModal, 'modal', (words) =>
    fc
      .record({
        ...{ callId: uuid, moveId: uuid, cohort: words.line(60), stage: words.line(60) },
        ...{ isInclusive: yes, date: day, time },
      })
      .map((form) => (locale) => [form, locale]),
  ),
  builds(closingCheckModal, 'modal', (words) =>
    fc
      .record({
        data: fc.record({
          ...{ callId: uuid, moveId: uuid, version: count, date: day, time, reason: reason(words) },
        }),
        ...{ change, closesNow: yes, warnings, editors: count },
      })
      .map((one) => (locale) => [one, locale]),
  ),
  builds(lastDayModal, 'modal', (words) =>
    fc.record({ cohortId: uuid, cohort: words.line(60), date: maybe(day) }).map((of) => (locale) => [of, locale]),
  ),
  builds(askModal, 'modal', (words) =>
    fc
      .record({
        ...{ deadlineId: uuid, requestId: uuid, list: maybe(list), label: words.line(60), due, isOverdue: yes },
      })
      .map((facts) => (locale) => [facts, locale]),
  ),
  builds(answerButtons, 'element', () => uuid.map((id) => (locale) => [id, locale])),
  builds(askedMessage, 'message', (words) => asked(words).map((one) => (locale) => [one, locale])),
  builds(refuseModal, 'modal', (words) =>
    fc
      .record({ requestId: uuid, list: maybe(list), person: words.line(), organisation: words.line() })
      .map((of) => (locale) => [of, locale]),
  ),
  builds(answeredMessage, 'message', (words) =>
    fc
      .record({
        ...{ isApproved: yes, label: words.line(60), organisation: maybe(words.line()) },
        ...{ due: maybe(due), reason: maybe(reason(words)) },
      })
      .map((answer) => (locale) => [answer, locale]),
  ),
  builds(movedMessage, 'message', (words) =>
    fc
      .record({
        ...{ participationId: uuid, isNew: yes, isOnRequest: yes, reason: maybe(reason(words)) },
        lines: fc.array(
          fc.record({
            ...{ label: words.line(60), due },
            state: fc.constantFrom('open' as const, 'done' as const, 'cancelled' as const),
          }),
          { minLength: 1, maxLength: 8 },
        ),
      })
      .map((moved) => (locale) => [moved, locale]),
  ),
  builds(closingMessage, 'message', (words) =>
    fc
      .record({ cohort: words.line(60), change, due, isOpen: yes, reason: maybe(reason(words)), draft: maybe(uuid) })
      .map((closing) => (locale) => [
        { ...closing, draft: closing.draft ? answerButtons(closing.draft, locale) : null },
        locale,
      ]),
  ),
  builds(historyModal, 'modal', (words) =>
    fc
      .record({
        label: words.line(),
        steps: crowd(
          fc.record({
            act: fc.constantFrom(...(['set', 'moved', 'removed', 'done', 'reopened'] as const)),
            ...{ from: maybe(due), to: maybe(due), person: maybe(words.line()), reason: maybe(reason(words)) },
            ...{ origin: fc.constantFrom('chosen' as const, 'rule' as const, 'policy' as const), at: moment },
          }),
        ),
      })
      .map(({ label, steps }) => (locale) => [label, steps, locale]),
  ),
  builds(cardBlocks, 'blocks', (words) =>
    crowd(fc.record({ label: words.line(60), due, isDone: yes, owes, waits: yes }), 30)
      .filter((lines) => lines.length > 0)
      .map((lines) => (locale) => [lines, locale]),
  ),
  builds(listButton, 'element', () => list.map((at) => (locale) => [at, locale])),
  builds(homeBlocks, 'home', (words) =>
    fc
      .record({ cohorts: crowd(fc.record({ id: uuid, name: words.line(60) }), 5), isOwn: fc.constant(true) })
      .map((of) => (locale) => [of, locale]),
  ),
  builds(matterWords, 'matter', (words) =>
    fc.tuple(matter(words), fc.constantFrom('person', 'organisation', 'staff')).map(([facts, owner]) => (locale) => [
      facts,
      owner,
      locale,
    ]),
  ),
  builds(manyWords, 'matter', (words) =>
    fc.tuple(count, maybe(matter(words)), uuid).map(([n, first, id]) => (locale) => [n, first, id, locale]),
  ),
  builds(requestWords, 'matter', (words) =>
    matter(words).map((facts) => (locale) => [
      { ...facts, request: facts.request ?? { id: facts.deadlineId, until: '2023-05-07' } },
      locale,
    ]),
  ),
  builds(requestsWords, 'matter', () =>
    fc.tuple(count, uuid).map(([n, id]) => (locale) => [n, id, locale]),
  ),
]);
