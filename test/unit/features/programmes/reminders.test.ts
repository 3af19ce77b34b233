import { describe, expect, it } from 'vitest';
import { isQuiet, type ReminderRule } from '../../../../src/core/reminders.ts';
import { readDefinitions } from '../../../../src/features/programmes/input/read-definitions.ts';
import {
  definitions,
  type ProgrammeDefinition,
  reminderRuleOf,
  reminderSettingsOf,
} from '../../../../src/features/programmes/public.ts';
import { programmeFiles } from '../../../support/deps.ts';

/** The requirements' catalogue (section 7): what stands in both programmes unless somebody changes it. */
const CATALOGUE = {
  'applications.send': '7d, 3d, 24h, 2h before',
  'applications.supplement': '2wd before; on the day',
  'reviews.score': '3d, 1d before; 1d staff after',
  'deadlines.confirm': '3d, 1d before',
  'assignments.answer': '2d after opening; 1d staff after',
  'visits.arrange': '14d after opening',
  'visits.attend': '2d before',
  'deadlines.first_visit': '2d before',
  'consultations.attend': '24h, 1h before',
  'consultations.card': '2d every 7 after opening; 2d every 7 after',
  'deadlines.plan': '14d, 7d, 2d, 14d expert, 7d expert, 2d expert before; 1d, 1d expert after',
  'agreements.sign': '3d, 7d, 10d staff after opening',
  'deadlines.action': '7d, 1d, 7d expert, 1d expert before; 1d, 1d expert after',
  'deadlines.opinion': '7d, 2d before; 1d staff, 7d staff, 14d staff after',
  'opinions.write': '7d, 2d before; 1d staff, 7d staff, 14d staff after',
  'opinions.self_evaluation': '2d before',
  'vouchers.area': '0h after opening',
  'deadlines.voucher': '60d, 30d, 14d, 3d before',
  'deadlines.report': '14d, 7d, 2d before; on the day; 1d, 7d, 7d expert, 14d, 14d staff after',
  'payments.return': '7d, 1d before; 1d, 1d staff after',
  'events.sign_up': '7d, 2d before',
  'events.attend': '3d, 1d before',
  'events.confirm': '2d after opening; 2d before',
  'surveys.answer': '1h, 5d after opening',
  'programmes.close': '60d, 30d, 14d before',
} as const;

type Offset = ReminderRule['before'][number] | ReminderRule['afterOpening'][number];

function offset(one: Offset): string {
  const every = 'every' in one ? ` every ${one.every}` : '';
  const to = one.to === 'owner' ? '' : ` ${one.to}`;
  if ('days' in one) return `${one.days}d${every}${to}`;
  return 'hours' in one ? `${one.hours}h${to}` : `${one.workingDays}wd${to}`;
}

function inWords({ afterOpening, before, onDay, after }: ReminderRule): string {
  const part = (offsets: readonly Offset[], where: string): string[] =>
    offsets.length > 0 ? [`${offsets.map(offset).join(', ')} ${where}`] : [];
  return [
    ...part(afterOpening, 'after opening'),
    ...part(before, 'before'),
    ...(onDay ? ['on the day'] : []),
    ...part(after, 'after'),
  ].join('; ');
}

const files = programmeFiles();
const all = definitions({ programmeFiles: files });
const named = all.map((one) => [`${one.programme}-${one.edition}`, one] as const);

describe('the reminders of a programme', () => {
  it.each(named)('of %s are the catalogue', (_name, definition) => {
    for (const [kind, words] of Object.entries(CATALOGUE)) {
      const rule = reminderRuleOf(definition, kind);
      expect(rule && inWords(rule), kind).toBe(words);
    }
  });

  it('are silent about a kind that is not named', () => {
    const [first] = all as [ProgrammeDefinition];
    expect(reminderRuleOf(first, 'applications.unheard_of')).toBeNull();
    expect(reminderRuleOf(first, 'toString')).toBeNull();
  });

  it.each(named)('of %s keep to 9:00, to 8:00–20:00, 3 a person and day, 5 a channel and week', (_name, definition) => {
    expect(reminderSettingsOf(definition)).toEqual({
      ...{ reminderTime: '09:00', quietFrom: '20:00', quietTo: '08:00' },
      ...{ noticesPerPersonDay: 3, postsPerChannelWeek: 5, weeklyDigest: true },
    });
  });

  it('have the same hours and budget in a cohort older than those settings', () => {
    const [{ settings }] = all as [ProgrammeDefinition];
    const { quietFrom: _from, quietTo: _to, noticesPerPersonDay: _day, postsPerChannelWeek: _week, ...old } = settings;
    expect(reminderSettingsOf({ settings: old })).toEqual(reminderSettingsOf({ settings }));
  });

  it('may be an edition’s own', () => {
    const rules = "  - edition: '2023' # edition I\n    reminders: { deadlines.plan: { onDay: true } }";
    const text = textOf('debiuty.yaml').replace("  - edition: '2023' # edition I", rules);
    const [first, second] = readDefinitions([{ name: 'debiuty.yaml', text }]).definitions;
    expect(first?.reminders['deadlines.plan']).toMatchObject({ onDay: true, before: [] });
    expect(first?.reminders['deadlines.report']).toEqual(second?.reminders['deadlines.report']);
    expect(second?.reminders['deadlines.plan']?.before).toHaveLength(6);
  });
});

const textOf = (name: string) => files.find((file) => file.name === name)?.text ?? '';

describe('a wrong rule of reminders', () => {
  const problems = (from: string, to: string) =>
    readDefinitions([{ name: 'wrong.yaml', text: textOf('debiuty.yaml').replace(from, to) }]).problems.join('\n');

  it('is listed with its place and what to do', () => {
    expect(problems('visits.attend: { before: [{ days: 2 }] }', 'visits.attend: {}')).toBe(
      'wrong.yaml: reminders › visits.attend: the rule has no moment; leave its kind out to stay silent',
    );
    expect(problems('visits.attend:', 'attend:')).toContain('name a kind of matter as feature.matter');
    expect(problems('visits.attend: { before: [{ days: 2 }] }', 'visits.attend: { before: [{ weeks: 2 }] }')).toContain(
      'reminders › visits.attend › before › [1]',
    );
    expect(problems("reminderTime: '09:00'", "reminderTime: '07:00'")).toContain('lies in the quiet hours');
  });
});

describe('quiet hours', () => {
  it.each([
    ['20:00', '08:00', '20:00', false],
    ['20:00', '08:00', '20:01', true],
    ['20:00', '08:00', '07:59', true],
    ['20:00', '08:00', '08:00', false],
    ['01:00', '06:00', '03:00', true],
    ['01:00', '06:00', '23:00', false],
    ['00:00', '00:00', '03:00', false],
  ])('from %s to %s: at %s it is %s', (quietFrom, quietTo, time, quiet) =>
    expect(isQuiet(time, { quietFrom, quietTo })).toBe(quiet),
  );
});
