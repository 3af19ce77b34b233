import { readFileSync } from 'node:fs';
import { addDays, WARSAW } from '../src/core/calendar/index.ts';
import type { OpenObligation, Recipient } from '../src/features/obligations/rules/obligation.ts';
import { plan } from '../src/features/obligations/rules/plan.ts';
import { definitions, reminderRuleOf, reminderSettingsOf } from '../src/features/programmes/public.ts';
import { median, report } from './support/stats.ts';

const SIZES = [30, 3000, 30_000] as const;
const KINDS = ['deadlines.plan', 'deadlines.action', 'deadlines.opinion', 'deadlines.report', 'applications.send'];
const FROM = new Date('2026-03-16T12:00:00+01:00');
const TWO_WEEKS = 14 * 86_400_000;

const programme = () => {
  const name = 'debiuty.yaml';
  const text = readFileSync(new URL(`../programmes/${name}`, import.meta.url), 'utf8');
  const [first] = definitions({ programmeFiles: [{ name, text }] });
  if (!first) throw new Error(`${name} has no edition`);
  return first;
};

/** Matters of as many organisations as it takes for five each; an expert has three of them, a cohort thirty. */
function matters(count: number, definition: ReturnType<typeof programme>): readonly OpenObligation[] {
  const to = (kind: Recipient['kind'], name: string): Recipient => ({ key: `${kind}:${name}`, kind, zone: WARSAW });
  return Array.from({ length: count }, (_, index) => {
    const organisation = Math.floor(index / KINDS.length);
    const kind = KINDS[index % KINDS.length] ?? '';
    const time = `${String(8 + (index % 12)).padStart(2, '0')}:${index % 2 ? '00' : '30'}`;
    return {
      key: `${kind}:${organisation}`,
      openedAt: new Date(FROM.getTime() - (1 + (index % 40)) * 3_600_000),
      due: { date: addDays('2026-03-10', index % 45), time, zone: WARSAW },
      rule: reminderRuleOf(definition, kind),
      recipients: {
        owner: to('channel', String(organisation)),
        expert: to('person', String(Math.floor(organisation / 3))),
        staff: to('channel', `staff-${Math.floor(organisation / 30)}`),
      },
      ...{ endsAt: null, isPaused: false, snoozedUntil: null, reminded: [] },
    };
  });
}

/** What will be said in the next two weeks about 30, 3 000 and 30 000 open matters: its time should grow with their number. */
export async function reminders(quick: boolean): Promise<void> {
  const definition = programme();
  const input = {
    sent: [],
    settings: reminderSettingsOf(definition),
    from: FROM,
    to: new Date(FROM.getTime() + TWO_WEEKS),
  };
  const times = SIZES.map((size) => {
    const obligations = matters(size, definition);
    const rounds = Math.max(quick ? 2 : 5, Math.ceil(6000 / size));
    const taken = Array.from({ length: rounds }, () => {
      const begun = performance.now();
      plan({ ...input, obligations });
      return (performance.now() - begun) / size;
    });
    return { size, each: median(taken) };
  });
  const [least] = times;
  for (const { size, each } of times) {
    report(`reminders_planned_of_${size}`, 1000 / each, 'per_second');
    report(`reminders_${size}_to_linear`, each / (least?.each ?? each), 'ratio');
  }
}
