import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { VOIVODESHIPS } from '../../../../src/core/voivodeships.ts';
import {
  type ListPlace,
  placeCodec,
  REVIEW_IDS,
  type Seen,
  seenCodec,
  startOf,
} from '../../../../src/features/applications/ids/decisions.ts';
import { decisionForm, formalForm, NOTE_MAX } from '../../../../src/features/applications/input/decisions.ts';
import type { MarkedItem } from '../../../../src/features/applications/rules/formal.ts';
import { GROUPS } from '../../../../src/features/applications/rules/groups.ts';
import { wholeAnswer } from '../../../../src/features/applications/views/answers.ts';
import { releaseModal } from '../../../../src/features/applications/views/release.ts';
import { resultMessage, resultText } from '../../../../src/features/applications/views/result.ts';
import { type ReviewView, reviewModal } from '../../../../src/features/applications/views/review.ts';
import { formOf } from '../../../../src/features/programmes/public.ts';
import { parseForm } from '../../../../src/platform/slack/form.ts';
import { definitionNamed, reviewed } from '../../../support/applications.ts';

const AT = new Date('2023-05-07T21:59:07.000Z');
const CALL = '00000000-0000-7000-8000-000000000002';
const place = startOf(CALL);
const seen: Seen = { id: '00000000-0000-7000-8000-000000000004', from: place, page: 1 };
const { checklist } = definitionNamed('debiuty-2023');
const failing = (note: string): MarkedItem[] =>
  checklist.map(({ key }) => ({ key, mark: 'no', note: note.slice(0, NOTE_MAX) }));

function reviewOf(word: string, change: Partial<ReviewView> = {}): ReviewView {
  const state = { state: 'formally_accepted', formalResult: 'rejected', preparedReason: word.slice(0, 2000) };
  const application = reviewed(word, state);
  const line = {
    ...{ organisationId: 'o', organisationName: word, applicationId: 'a', cohortId: 'c', cohortName: word },
    ...{ programmeKey: 'debiuty', number: 3, state: 'refused', receivedAt: AT, participation: null },
  };
  const entry = {
    at: AT,
    act: 'applications.decide',
    from: null,
    to: 'reserve',
    reason: null,
    person: word,
    byBot: false,
  };
  return {
    ...{ application, items: failing(word), checklist, form: formOf(application.cohort, 1), seen },
    neighbours: { total: 40, index: 3, previous: seen.id, next: seen.id },
    history: Array.from({ length: 10 }, () => entry),
    known: Array.from({ length: 9 }, () => line),
    ...{ confirmedBy: word, canWork: true, canConfirm: true },
    ...change,
  };
}

const standing = (word: string, result: 'admitted' | 'reserve' | 'refused' | null, receiver: string | null) => {
  const state = result ? { state: 'formally_accepted', preparedDecision: result, reservePosition: 1 } : {};
  const application = reviewed(word, { ...state, preparedReason: word.slice(0, 2000) });
  const person = { id: 'p', name: word, slackUserId: 'U1', isDeactivated: false, isBot: false };
  return {
    ...application,
    editor: person,
    organisation: application.organisation && { ...application.organisation, representatives: [] },
    ...{ result, waits: result ? null : ('formal' as const), receiver },
  };
};

const releaseOf = (word: string, applications: readonly ReturnType<typeof standing>[]) => {
  const { call, cohort } = reviewed(word);
  return { call: { ...call, cohort }, place, standing: { applications: [...applications], seen: '3.9' } };
};

describe('buttons of the review', () => {
  const text = (modal: unknown) => JSON.stringify(modal);

  it('are only those that the state allows', () => {
    const shown = (state: string, canWork = true) =>
      text(reviewModal(reviewOf('Ogród', { canWork, application: reviewed('Ogród', { state }) }), null, 'pl'));
    expect(shown('submitted')).toContain(REVIEW_IDS.formal);
    expect(shown('submitted')).not.toContain(REVIEW_IDS.decide);
    expect(shown('formally_accepted')).toContain(REVIEW_IDS.decide);
    expect(shown('formally_rejected')).not.toContain(REVIEW_IDS.decide);
    for (const state of ['withdrawn', 'awaiting_confirmation', 'refused']) {
      expect(shown(state)).not.toContain(REVIEW_IDS.formal);
      expect(shown(state)).not.toContain(REVIEW_IDS.decide);
    }
    expect(shown('formally_accepted', false)).not.toContain(REVIEW_IDS.decide);
  });

  it('offer the release only when nothing is undecided', () => {
    const blocked = releaseModal(
      releaseOf('Ogród', [standing('Ogród', 'admitted', 'p'), standing('Ogród', null, 'p')]),
      null,
      'pl',
    );
    expect(blocked.submit).toBeUndefined();
    expect(text(blocked)).toContain('1 zgłoszenie nie ma decyzji');
  });
});

describe('what the applicant reads', () => {
  it('names the position on the reserve list, and the reason of a refusal exactly as typed', () => {
    const reserve = resultMessage(reviewed('Ogród', { state: 'reserve', reservePosition: 3 }), checklist, 'pl');
    expect(JSON.stringify(reserve)).toContain('na pozycji 3');
    const reason = 'Brak *opisu* <działania>';
    const refused = resultMessage(reviewed('Ogród', { state: 'refused', preparedReason: reason }), checklist, 'pl');
    expect(refused?.blocks).toContainEqual(
      expect.objectContaining({ text: expect.objectContaining({ type: 'plain_text', text: reason }) }),
    );
  });

  it('lists the failed items of a formal rejection with their notes, and no others', () => {
    const items: MarkedItem[] = checklist.map(({ key }, index) => ({
      ...{ key, mark: index === 3 ? 'no' : 'yes', note: index === 3 ? 'Miasto powyżej progu' : 'wewnętrzna uwaga' },
    }));
    const said = JSON.stringify(
      resultMessage(reviewed('Ogród', { state: 'formally_rejected', formalItems: [...items] }), checklist, 'pl'),
    );
    expect(said).toContain(checklist[3]?.label.pl);
    expect(said).toContain('Miasto powyżej progu');
    expect(said).not.toContain(checklist[0]?.label.pl);
    expect(said).not.toContain('wewnętrzna uwaga');
  });

  it('never shows the internal reason of an admission', () => {
    const admitted = reviewed('Ogród', { state: 'admitted', preparedReason: 'tylko dla zespołu' });
    expect(JSON.stringify(resultMessage(admitted, checklist, 'pl'))).not.toContain('tylko dla zespołu');
    expect(resultText(admitted, checklist, 'pl')).not.toContain('tylko dla zespołu');
  });

  it('is nothing before there is a result', () => {
    expect(resultMessage(reviewed('Ogród'), checklist, 'pl')).toBeNull();
  });
});

describe('a place in the list', () => {
  const places = fc.record<ListPlace>({
    callId: fc.uuid(),
    group: fc.option(fc.constantFrom(...GROUPS), { nil: null }),
    voivodeship: fc.option(fc.constantFrom(...VOIVODESHIPS.map((one) => one.key)), { nil: null }),
    todo: fc.boolean(),
    page: fc.integer({ min: 1, max: 9999 }),
  });

  it('comes back from a menu entry as it was written, within 75 characters', () => {
    fc.assert(
      fc.property(places, (one) => {
        expect(placeCodec.encode(one).length).toBeLessThanOrEqual(75);
        expect(placeCodec.decode(placeCodec.encode(one))).toEqual(one);
        const at = { id: CALL, from: one, page: 3 };
        expect(seenCodec.decode(seenCodec.encode(at))).toEqual(at);
      }),
    );
  });

  it('is refused in any other form', () => {
    fc.assert(fc.property(fc.string(), (raw) => placeCodec.decode(raw) === null && seenCodec.decode(raw) === null));
    for (const raw of [null, '', `${CALL}.99.-.0.0`, `${CALL}.-.-.2.1`, 'x'.repeat(36), `${CALL}.-.-.0.1;drop`]) {
      expect(placeCodec.decode(raw)).toBeNull();
    }
  });
});

describe('the forms', () => {
  it('ask for every item, and for a note where the place test wants one', () => {
    const empty = parseForm(formalForm(checklist), {});
    expect(empty).toMatchObject({ ok: false, errors: { mark_place: 'item_missing', note_place: 'note_missing' } });
    expect(Object.keys(empty.ok ? {} : empty.errors)).toHaveLength(checklist.length + 1);
  });

  it('want a reason with a refusal, and ignore a position that belongs to another decision', () => {
    const parsed = (values: Record<string, string | null>) => parseForm(decisionForm, values);
    expect(parsed({ decision: 'refused', position: null, reason: ' ' })).toMatchObject({
      errors: { reason: 'reason_required' },
    });
    expect(parsed({ decision: null })).toMatchObject({ errors: { decision: 'decision_missing' } });
    expect(parsed({ decision: 'admitted', position: '4' })).toMatchObject({ value: { position: null } });
    expect(parsed({ decision: 'reserve', position: '0' })).toMatchObject({ errors: { position: 'position_invalid' } });
    expect(parsed({ decision: 'reserve', position: '1.5' })).toMatchObject({
      errors: { position: 'position_invalid' },
    });
    expect(parsed({ decision: 'none', reason: 'x'.repeat(2001) })).toMatchObject({ errors: { reason: 'too_long' } });
  });
});

describe('a whole answer', () => {
  it('loses nothing but line breaks where it is divided, whatever was typed', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 200 }), fc.nat({ max: 6500 }), (bit, more) => {
        const text = bit
          .repeat(2500 + more)
          .slice(0, 2500 + more)
          .toWellFormed();
        const said = wholeAnswer(text).map(
          (block) => (block as { readonly text?: { readonly text: string } }).text?.text ?? '',
        );
        expect(said.every((piece) => piece.length <= 3000)).toBe(true);
        expect(said.join('').replaceAll('\n', '').trim()).toBe(text.replaceAll('\n', '').trim());
      }),
      { numRuns: 50 },
    );
  });
});
