import { describe, expect, it } from 'vitest';
import { WARSAW } from '../../../../src/core/calendar/index.ts';
import { type PlannedMessage, plan } from '../../../../src/features/obligations/rules/plan.ts';
import { type RehearsedDeadline, rehearse } from '../../../../src/features/obligations/rules/rehearsal.ts';
import { definitions, reminderSettingsOf } from '../../../../src/features/programmes/public.ts';
import { programmeFiles } from '../../../support/deps.ts';
import { channel, matter, person, warsaw } from './support.ts';

const [definition] = definitions({ programmeFiles: programmeFiles() });
if (!definition) throw new Error('no programme');

const HOUR = 3_600_000;
const at = (date: string): Date => new Date(`${date}T12:00:00Z`);

const deadline = (
  kind: string,
  owes: RehearsedDeadline['owes'],
  due: string,
  doneAt: Date | null = null,
): RehearsedDeadline => ({
  ...{ kind, owes, openedAt: at('2026-02-16'), doneAt },
  due: { date: due, time: '23:59', zone: WARSAW },
});

const common = {
  rules: definition.reminders,
  settings: reminderSettingsOf(definition),
  from: at('2026-02-16'),
  to: at('2026-07-31'),
};

const cohort = {
  ...common,
  places: 30,
  experts: 10,
  deadlines: [
    deadline('deadlines.confirm', 'organisation', '2026-03-02'),
    deadline('deadlines.plan', 'organisation', '2026-03-29'),
    deadline('deadlines.action', 'organisation', '2026-05-04'),
    deadline('deadlines.opinion', 'expert', '2026-05-18'),
    deadline('deadlines.report', 'organisation', '2026-06-05'),
    deadline('programmes.close', 'staff', '2026-07-31'),
  ],
};

describe('the rehearsal of a cohort', () => {
  it('says how many messages there will be, to whom, and at most how many a day', () => {
    const { messages, perDayMax, perPersonDayMax, perChannelDayMax, perRecipient } = rehearse(cohort);
    expect([...perRecipient.keys()].sort()).toEqual(
      [
        ...Array.from({ length: 30 }, (_, index) => `channel:${index + 1}`),
        ...Array.from({ length: 10 }, (_, index) => `person:${index + 1}`),
        'staff',
      ].sort(),
    );
    expect([...perRecipient.values()].reduce((sum, one) => sum + one, 0)).toBe(messages.length);
    expect([perDayMax, perPersonDayMax, perChannelDayMax]).toEqual([40, 1, 1]);
    expect(perRecipient.get('channel:1')).toBe(15);
  });

  it('folds what an expert of three organisations hears into one message', () => {
    const { messages } = rehearse({ ...cohort, deadlines: cohort.deadlines.slice(1, 2) });
    const first = messages
      .filter((one) => one.to.key === 'person:1')
      .map((one) => `${warsaw(one.at)} ${one.items.length}`);
    expect(first).toEqual([
      'Fri 13/03/2026, 09:00 3',
      'Fri 20/03/2026, 09:00 3',
      'Fri 27/03/2026, 09:00 3',
      'Mon 30/03/2026, 09:00 3',
    ]);
  });

  it('is smaller when things are done in time', () => {
    const inTime = cohort.deadlines.map((one) => ({ ...one, doneAt: at('2026-02-28') }));
    expect(rehearse({ ...cohort, deadlines: inTime }).messages.length).toBeLessThan(
      rehearse(cohort).messages.length / 5,
    );
  });

  it('of nothing is empty', () => {
    const nothing = { messages: [], perDayMax: 0, perPersonDayMax: 0, perChannelDayMax: 0, perRecipient: new Map() };
    expect(rehearse({ ...cohort, deadlines: [] })).toEqual(nothing);
    expect(rehearse({ ...cohort, rules: {} })).toEqual(nothing);
    expect(rehearse({ ...cohort, places: 0, deadlines: cohort.deadlines.slice(0, 5) })).toEqual(nothing);
  });

  it('lets staff hear what no expert is there to hear', () => {
    const { perRecipient } = rehearse({ ...cohort, experts: 0, places: 2 });
    expect([...perRecipient.keys()].sort()).toEqual(['channel:1', 'channel:2', 'staff']);
  });

  it('is what runs at some hours of each day then say of real matters with these dates', () => {
    const deadlines = [
      deadline('deadlines.plan', 'organisation', '2026-03-29'),
      deadline('deadlines.opinion', 'expert', '2026-03-16'),
    ];
    const rehearsed = rehearse({ ...cohort, places: 3, experts: 2, deadlines });
    const [ewa, jan] = [person('ewa'), person('jan')];
    const places = [
      { organisation: channel('latarnia'), expert: ewa },
      { organisation: channel('most'), expert: jan },
      { organisation: channel('studnia'), expert: ewa },
    ];
    const obligations = deadlines.flatMap(({ kind, owes, openedAt, due }) =>
      places.map(({ organisation, expert }) =>
        matter({
          ...{ key: `${kind}:${organisation.key}`, openedAt, due, rule: cohort.rules[kind] ?? null },
          recipients: { owner: owes === 'expert' ? expert : organisation, expert, staff: channel('staff') },
        }),
      ),
    );
    const said: PlannedMessage[] = [];
    let from = common.from;
    for (let hour = from.getTime(); hour < at('2026-05-01').getTime(); hour += HOUR) {
      const now = new Date(hour);
      if (![7, 8, 15].includes(now.getUTCHours())) continue;
      said.push(...plan({ ...common, obligations, sent: [...said], from, now, to: now }));
      from = now;
    }
    const names: Record<string, string> = {
      ...{ 'channel:latarnia': 'channel:1', 'channel:most': 'channel:2', 'channel:studnia': 'channel:3' },
      ...{ 'person:ewa': 'person:1', 'person:jan': 'person:2', 'channel:staff': 'staff' },
    };
    const line = ({ at: when, to, items }: PlannedMessage): string =>
      [when.toISOString(), names[to.key] ?? to.key, ...items.map(({ step }) => step).sort()].join(' ');
    expect(said.map(line).sort()).toEqual(rehearsed.messages.map(line).sort());
    expect(said.length).toBe(25);
  });
});
