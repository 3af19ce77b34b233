import { describe, expect, it } from 'vitest';
import type { ApplicationRow } from '../../../../src/features/applications/queries/entry.ts';
import { checkModal } from '../../../../src/features/applications/views/check.ts';
import { goOnModal } from '../../../../src/features/applications/views/go-on.ts';
import { mineMessage } from '../../../../src/features/applications/views/mine.ts';
import { stepModal } from '../../../../src/features/applications/views/step.ts';
import { definitionNamed, reviewed } from '../../../support/applications.ts';

const AT = new Date('2023-05-05T10:00:00.000Z');

/** An application as its own people see it; every word in it is the given one. */
function applied(word: string, change: Partial<ApplicationRow> = {}): ApplicationRow {
  const { organisation: _organisation, editor: _editor, _count, cohort, ...application } = reviewed(word);
  const closesAt = new Date('2023-05-07T21:59:00.000Z');
  const moments = { opensAt: new Date('2023-04-03T22:00:00.000Z'), closesAt, lateFrom: closesAt };
  const call = { ...application.call, cohort, ...moments };
  return { ...application, call, submissions: [], onBehalf: false, ...change } as ApplicationRow;
}

const buttonsOf = (application: ApplicationRow): string[] =>
  mineMessage([application], AT, 'pl').blocks.flatMap((block) =>
    'elements' in block && block.type === 'actions'
      ? block.elements.map((one) => ('action_id' in one ? String(one.action_id) : ''))
      : [],
  );

describe('what a person can do with an application', () => {
  it('follows its state and the call', () => {
    expect(buttonsOf(applied('A', { state: 'draft' }))).toEqual(['applications_resume', 'applications_withdraw']);
    expect(buttonsOf(applied('A', { state: 'submitted' }))).toEqual([
      'applications_answers',
      'applications_pull_back',
      'applications_withdraw',
    ]);
    expect(buttonsOf(applied('A', { state: 'admitted' }))).toEqual(['applications_answers']);
    expect(buttonsOf(applied('A', { state: 'withdrawn' }))).toEqual(['applications_answers']);
  });

  it('is no change after the call has closed', () => {
    const open = applied('A');
    const closed = { ...open, call: { ...open.call, lateFrom: AT } };
    expect(buttonsOf(closed)).toEqual(['applications_answers', 'applications_withdraw']);
    expect(buttonsOf({ ...closed, state: 'draft' })).toEqual(['applications_withdraw']);
  });
});

function wordsOf(state: string, releasedAt: Date | null): string {
  const application = applied('A', { state });
  const released = { ...application, call: { ...application.call, releasedAt } };
  return JSON.stringify(mineMessage([released], AT, 'pl').blocks);
}

describe('what an applicant reads of the state', () => {
  it.each(['submitted', 'formally_accepted', 'formally_rejected', 'reserve', 'refused', 'admitted'])(
    'before the release %s is only “waiting” (CO-7)',
    (state) => expect(wordsOf(state, null)).toContain('czeka na wynik'),
  );

  it('after the release is the result', () => {
    expect(wordsOf('formally_rejected', AT)).toContain('odrzucone');
  });
});

describe('the form', () => {
  it('shows what was typed before what was checked, and a way back from the second step on', () => {
    const application = applied('A', { answers: { subject: 'sprawdzony' }, unfinished: { subject: 'w trakcie' } });
    const words = JSON.stringify(stepModal(application, { step: 3 }, 'pl').blocks);
    expect(words).toContain('w trakcie');
    expect(words).not.toContain('sprawdzony');
    expect(words).toContain('applications_back');
    expect(JSON.stringify(stepModal(application, { step: 1 }, 'pl'))).not.toContain('applications_back');
  });

  it('goes on at the first step not finished, and at the check when all are', () => {
    expect(goOnModal(applied('A', { step: 1 }), 'pl').metadata).toMatchObject({ step: 2 });
    expect(goOnModal(applied('A', { step: 3 }), 'pl').callbackId).toBe('applications_check');
    expect(definitionNamed('debiuty-2023').stages[0]?.form.steps).toHaveLength(3);
  });

  it('tells one submit from the next', () => {
    const sent = { sequence: 4 } as ApplicationRow['submissions'][number];
    const again = applied('A', { submissions: [sent], version: 9 });
    expect(checkModal(again, 'pl').metadata).toMatchObject({ sequence: 5, version: 9 });
  });
});
