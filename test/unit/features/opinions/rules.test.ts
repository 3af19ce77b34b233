import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { opinionForm, selfForm } from '../../../../src/features/opinions/input.ts';
import {
  ACTS,
  countsFrom,
  dueAfter,
  dueAgain,
  hasObserved,
  isLate,
  isWritable,
  laterOf,
  mayTakeOn,
  mayWrite,
  nextOf,
  type OpinionAct,
  type OpinionState,
  type Owing,
  owedFor,
  STATES,
  type Standing,
  sideOf,
  taskChanges,
} from '../../../../src/features/opinions/rules/index.ts';
import { canvasText } from '../../../../src/features/opinions/views/index.ts';
import { actor } from '../../../support/actors.ts';

const STANDING: Standing = {
  ...{ cohortId: 'c', organisationId: 'o', channelId: 'C1', expertId: 'e', leadId: 'e', writerId: null, state: 'due' },
  leftFor: null,
};

/** What came of a row of acts: the state, and how many versions are released. */
function walk(acts: readonly OpinionAct[]) {
  let [state, number]: [OpinionState, number] = ['not_due', 0];
  const path: (readonly [OpinionState, OpinionAct, OpinionState])[] = [];
  for (const act of acts) {
    const next = nextOf(state, act, number);
    if (!next) continue;
    path.push([state, act, next]);
    state = next;
    if (act === 'release') number += 1;
  }
  return { state, number, path };
}

const acts = fc.array(fc.constantFrom(...ACTS), { maxLength: 40 });

describe('the states of an opinion', () => {
  it('are as the table says, act by act', () => {
    const table = STATES.map((state) => [state, ACTS.map((act) => nextOf(state, act) ?? '-')]);
    expect(table).toEqual([
      ['not_due', ['due', '-', '-', '-', '-', '-']],
      ['due', ['due', 'not_due', 'draft', 'sent', '-', '-']],
      ['draft', ['draft', 'not_due', 'draft', 'sent', '-', '-']],
      ['sent', ['-', '-', 'sent', 'sent', 'returned', 'released']],
      ['returned', ['-', '-', 'returned', 'sent', '-', '-']],
      ['released', ['-', '-', 'released', 'sent', '-', '-']],
    ]);
  });

  it('somebody can be asked to write it unless it waits to be looked over, or for the action', () => {
    expect(STATES.filter(isWritable)).toEqual(['due', 'draft', 'returned', 'released']);
  });

  it('nothing is released that was not sent just before', () => {
    fc.assert(
      fc.property(acts, (given) => {
        const { path } = walk(given);
        for (const [at, [from, act]] of path.entries())
          if (act === 'release') expect([from, path[at - 1]?.[2]]).toEqual(['sent', 'sent']);
      }),
    );
  });

  it('a released version always stands: no act takes it back', () => {
    fc.assert(
      fc.property(acts, (given) => {
        const { state, number } = walk(given);
        if (number > 0) expect(['released', 'sent']).toContain(state);
        else expect(state).not.toBe('released');
      }),
    );
  });

  it('after it was sent the action cannot be reopened under it', () => {
    fc.assert(
      fc.property(acts, (given) => {
        const { path } = walk(given);
        const first = path.findIndex(([, act]) => act === 'send');
        if (first >= 0) expect(path.slice(first).map(([, act]) => act)).not.toContain('reopen');
      }),
    );
  });
});

describe('who writes an opinion', () => {
  const passed = { ...STANDING, expertId: 'next', leadId: 'former' };
  const writers = (of: Standing) => ['next', 'former', 'else'].filter((id) => mayWrite(id, of));
  const takers = (of: Standing) => ['next', 'former', 'else'].filter((id) => mayTakeOn(id, of));

  it('is one person: whoever leads; whoever led at the action and took it on (21); whoever was named or sent it', () => {
    expect([writers(passed), takers(passed)]).toEqual([['next'], ['former']]);
    expect([writers({ ...passed, writerId: 'former' }), takers({ ...passed, writerId: 'former' })]).toEqual([
      ['former'],
      [],
    ]);
    for (const state of ['due', 'sent', 'returned'] as const)
      expect(writers({ ...passed, state, writerId: 'else' })).toEqual(['else']);
  });

  it('is not the former who left ill, over a conflict or at a request, whom staff have replaced, or too late', () => {
    for (const leftFor of ['illness', 'conflict', 'request']) expect(takers({ ...passed, leftFor })).toEqual([]);
    for (const leftFor of ['leave', 'other']) expect(takers({ ...passed, leftFor })).toEqual(['former']);
    expect(takers({ ...passed, writerId: 'else' })).toEqual([]);
    for (const state of ['not_due', 'sent', 'returned', 'released'] as const)
      expect(takers({ ...passed, state })).toEqual([]);
    expect(takers({ ...passed, expertId: 'former' })).toEqual([]);
  });

  it('observed is only for those whom the attendance names', () => {
    expect(hasObserved('e', [{ observed: true, observerId: 'e' }])).toBe(true);
    expect(
      hasObserved('e', [
        { observed: false, observerId: 'e' },
        { observed: true, observerId: 'x' },
      ]),
    ).toBe(false);
    expect(hasObserved('e', [{ observed: null, observerId: 'e' }])).toBe(false);
  });

  it('everybody in the channel has their side, and strangers none', () => {
    const side = (who: Parameters<typeof actor>[0], channelId: string | null, of = STANDING) =>
      sideOf(actor(who), of, channelId);
    expect(side({ personId: 'e', roles: [{ role: 'expert', cohortId: 'c' }] }, 'C1')).toBe('writer');
    expect(side({ personId: 's', roles: [{ role: 'staff', cohortId: 'c' }] }, 'C1')).toBe('staff');
    expect(side({ personId: 'm', organisationIds: ['o'] }, null)).toBe('organisation');
    expect(side({ personId: 'guest' }, 'C1')).toBe('organisation');
    expect(side({ personId: 'guest' }, 'C2')).toBeNull();
    expect(side({ personId: 'x', roles: [{ role: 'expert', cohortId: 'c' }] }, 'C1')).toBeNull();
    expect(side({ personId: 's', roles: [{ role: 'staff', cohortId: 'elsewhere' }] }, null)).toBeNull();
    for (const role of ['staff', 'expert'] as const)
      for (const cohortId of ['c', null])
        expect(side({ personId: 'gone', formerRoles: [{ role, cohortId }] }, 'C1')).toBeNull();
    const others = { ...STANDING, writerId: 'else', state: 'sent' } as const;
    expect(side({ personId: 'e', roles: [{ role: 'expert', cohortId: 'c' }] }, 'C1', others)).toBe('expert');
  });
});

describe('the term of an opinion', () => {
  it('does not count the last day, and moves on from a day off (T4)', () => {
    expect(dueAfter('2024-03-05', {})).toEqual({ date: '2024-03-19', time: '23:59', zone: 'Europe/Warsaw' });
    // The fourteenth day is Easter Monday.
    expect(dueAfter('2024-03-18', {}).date).toBe('2024-04-02');
    expect(dueAfter('2024-03-05', { opinionDays: 3 }).date).toBe('2024-03-08');
  });

  it('counts from the action, unless it was answered for later than it should be', () => {
    expect(countsFrom('2024-03-05', '2024-03-08', {})).toBe('2024-03-05');
    expect(countsFrom('2024-03-05', '2024-03-09', {})).toBe('2024-03-09');
    expect(countsFrom('2024-03-05', '2024-03-09', { actionAnswerDays: 5 })).toBe('2024-03-05');
  });

  it('starts anew, and shorter, when the opinion comes back', () => {
    expect(dueAgain('2024-03-05', {})).toEqual({ date: '2024-03-12', time: '23:59', zone: 'Europe/Warsaw' });
    expect(dueAgain('2024-03-05', { opinionReturnDays: 3 }).date).toBe('2024-03-08');
  });

  it('includes its last minute (T2)', () => {
    const due = new Date('2024-03-19T22:59:00Z');
    expect(isLate(new Date('2024-03-19T22:59:59.999Z'), due)).toBe(false);
    expect(isLate(new Date('2024-03-19T23:00:00Z'), due)).toBe(true);
  });

  it('is the later of the rule’s date and the one that staff had set', () => {
    const [rule, set] = [dueAfter('2024-03-05', {}), dueAfter('2024-03-10', {})];
    expect([laterOf(rule, set), laterOf(set, rule), laterOf(rule, null)]).toEqual([set, set, rule]);
  });
});

describe('what is owed of an opinion', () => {
  const owing: Owing = {
    ...STANDING,
    ...{ opinionId: 'op', participationId: 'p', isPlaceOpen: true, due: dueAfter('2024-03-05', {}), sending: 0 },
    ...{ isWriterTied: false, number: 0, isRead: false, isSelfSent: false, openTasks: [] },
  };
  const kinds = (change: Partial<Owing>) =>
    owedFor({ ...owing, ...change }).map(({ kind, by }) => `${kind.replace('opinions.', '')} ${Object.values(by)}`);

  it('is the writer’s, or staff’s when nobody can write it', () => {
    expect(kinds({})).toEqual(['write e', 'self_evaluation o']);
    expect(kinds({ writerId: 'w' })).toEqual(['write w', 'self_evaluation o']);
    expect(kinds({ expertId: null })).toEqual(['name_writer c', 'self_evaluation o']);
    expect(kinds({ isWriterTied: true })).toEqual(['name_writer c', 'self_evaluation o']);
  });

  it('passes to staff when it was sent, and to the organisation when it was released', () => {
    expect(kinds({ state: 'sent', isSelfSent: true })).toEqual(['look_over c']);
    const released = { state: 'released', number: 1, isSelfSent: true, openTasks: ['t'] } as const;
    expect(kinds(released)).toEqual(['read o', 'task o']);
    expect(kinds({ ...released, isRead: true, openTasks: [] })).toEqual([]);
    expect(kinds({ state: 'not_due' })).toEqual([]);
    expect(kinds({ isPlaceOpen: false })).toEqual([]);
  });
});

describe('recommendations', () => {
  it('become tasks; a newer version drops what it says no more, and what was done stays done', () => {
    const standing = [
      { id: '1', text: 'a', state: 'done' },
      { id: '2', text: 'b', state: 'open' },
      { id: '3', text: 'c', state: 'open' },
    ];
    const { add, drop } = taskChanges(standing, ['a', 'c', 'd']);
    expect([add, drop]).toEqual([[{ text: 'd', position: 2 }], ['2']]);
  });
});

describe('the form of an opinion', () => {
  const reasons = (given: Record<string, unknown>, form: typeof opinionForm | typeof selfForm = opinionForm) =>
    form.safeParse(given).error?.issues.map(({ path, message }) => `${path.join('.')} ${message}`) ?? [];
  const whole = { smooth: 'a', care: 'b', first: 'c', send: 'now' };

  it('needs both parts and one recommendation when it is sent, and nothing while it is a draft', () => {
    expect(reasons({ send: 'now' })).toEqual([
      'smooth smooth_missing',
      'care care_missing',
      'first recommendation_missing',
    ]);
    expect(reasons({ send: 'later' })).toEqual([]);
    expect(reasons(whole)).toEqual([]);
    expect(reasons({ smooth: ' \n ', care: 'b', third: 'x', send: 'now' })).toEqual(['smooth smooth_missing']);
    expect(reasons({ send: 'now' }, selfForm)).toEqual(['smooth smooth_missing', 'care care_missing']);
    expect(reasons({ ...whole, smooth: 'x'.repeat(2501) })).toEqual(['smooth long']);
  });

  it('is from documents unless it says otherwise, and takes no rating that is none', () => {
    const form = opinionForm.parse({
      ...whole,
      rate_openness: '4',
      rate_x: '9',
      rate_y: ['1'],
      second: 'c',
      third: 'd',
    });
    expect(form).toMatchObject({ evidence: 'documents', ratings: { openness: 4 }, recommendations: ['c', 'd'] });
    expect(reasons({ ...whole, evidence: 'dreamt' })).toHaveLength(1);
  });
});

describe('an opinion as a canvas', () => {
  it('lets no mark, mention or link of people’s words come alive', () => {
    const evil = '# nie\n**x** [klik](https://zly.example) ![](@U0EVIL) <!channel> `kod` | a ~b~ 1. c - d';
    const markdown = canvasText(
      {
        ...{ opinionId: 'o', organisation: evil, cohort: 'c', action: evil, isPreparation: false, principles: [] },
        ...{
          number: 2,
          newest: 2,
          reason: evil,
          at: new Date('2024-03-06T11:00:00Z'),
          writer: evil,
          isByAnother: false,
        },
        content: { smooth: evil, care: evil, ratings: {}, evidence: 'observed', recommendations: [evil] },
        ...{ read: null, reaction: null, isSelfSent: true },
      },
      'pl',
    );
    expect(markdown).not.toMatch(/(?<!\\)(?:\[klik|!\[|<!|\*\*x|`kod|~b)/);
  });
});
