import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { codec } from '../../../../src/platform/slack/codec.ts';
import { readEnvelope, writeEnvelope } from '../../../../src/platform/slack/envelope.ts';
import { formValues, parseForm } from '../../../../src/platform/slack/form.ts';
import { refill } from '../../../../src/platform/slack/refill.ts';

const state = {
  name: { name: { type: 'plain_text_input', value: 'Fundacja Przykład' } },
  empty: { empty: { type: 'plain_text_input', value: null } },
  form: { form: { type: 'static_select', selected_option: { text: { type: 'plain_text', text: 'x' }, value: 'kgw' } } },
  needs: { needs: { type: 'checkboxes', selected_options: [{ value: 'finance' }, { value: 'team' }] } },
  none: { none: { type: 'checkboxes', selected_options: [] } },
  who: { who: { type: 'users_select', selected_user: 'U1' } },
  team: { team: { type: 'multi_users_select', selected_users: ['U1', 'U2'] } },
  day: { day: { type: 'datepicker', selected_date: '2023-05-07' } },
  hour: { hour: { type: 'timepicker', selected_time: null } },
};

describe('a form as Slack sends it', () => {
  it('becomes a flat record with text, chosen values, lists and nothing', () => {
    expect(formValues(state)).toEqual({
      name: 'Fundacja Przykład',
      empty: null,
      form: 'kgw',
      needs: ['finance', 'team'],
      none: [],
      who: 'U1',
      team: ['U1', 'U2'],
      day: '2023-05-07',
      hour: null,
    });
  });

  it('gives one reason for each wrong field, the first', () => {
    const schema = z.object({
      name: z.string('required').min(30, 'short').max(3, 'long'),
      empty: z.string('required'),
    });
    expect(parseForm(schema, formValues(state))).toEqual({ ok: false, errors: { name: 'short', empty: 'required' } });
  });

  it('comes back with what was filled in', () => {
    const label = { type: 'plain_text' as const, text: 'x' };
    const [text, empty, day] = refill(
      [
        { type: 'input', block_id: 'name', label, element: { type: 'plain_text_input', action_id: 'name' } },
        { type: 'input', block_id: 'empty', label, element: { type: 'plain_text_input', action_id: 'empty' } },
        { type: 'input', block_id: 'day', label, element: { type: 'datepicker', action_id: 'day' } },
      ],
      state,
    );
    expect(text).toMatchObject({ element: { initial_value: 'Fundacja Przykład' } });
    expect(empty).not.toHaveProperty('element.initial_value');
    expect(day).toMatchObject({ element: { initial_date: '2023-05-07' } });
  });
});

describe('values carried by buttons and modals', () => {
  const page = codec(z.object({ id: z.uuid(), page: z.int().min(0) }).strict());

  it('come back as they were written', () => {
    fc.assert(
      fc.property(fc.uuid(), fc.nat(), (id, number) => {
        expect(page.decode(page.encode({ id, page: number }))).toEqual({ id, page: number });
      }),
    );
  });

  it('are refused whenever they are not exactly ours', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.json()), (raw) => {
        expect(page.decode(raw)).toBeNull();
      }),
    );
    for (const raw of [
      null,
      undefined,
      '',
      '{}',
      '{"id":"1","page":0}',
      '{"id":"00000000-0000-4000-8000-000000000000","page":1,"x":1}',
    ]) {
      expect(page.decode(raw)).toBeNull();
    }
  });

  it('keep language and channel in a modal’s metadata', () => {
    const envelope = { locale: 'en' as const, channelId: 'C1', data: { step: 2 } };
    expect(readEnvelope(writeEnvelope(envelope))).toEqual(envelope);
    expect(readEnvelope('{"l":"de","c":null,"d":1}')).toBeNull();
  });
});
