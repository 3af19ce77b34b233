import { z } from 'zod';
import { reminderRules } from './reminders.ts';
import { numbers, shared } from './schema.ts';
import { settings } from './settings.ts';
import { titledSurveys } from './surveys.ts';

/** Where a statement comes from: F fact found in a source, I inference, D default of ours. */
const fact = z.strictObject({
  mark: z.enum(['F', 'I', 'D']),
  text: z.string().min(1),
  source: z.exactOptional(z.array(z.string().min(1))),
});

/** An edition in a file: its numbers, and what it changes of the programme's settings or words. */
const edition = z.strictObject({
  ...numbers,
  audience: z.exactOptional(shared.shape.audience),
  settings: z.exactOptional(settings.partial()),
  /** Rules of this edition's own, in the place of the programme's for the same kinds. */
  reminders: z.exactOptional(reminderRules),
  facts: z.exactOptional(z.array(fact)),
});

/** A definition file: one programme, the sources of what is said about it, and its editions. */
export const programmeFile = shared.extend({
  surveys: titledSurveys,
  /** Address of each source by its key. */
  sources: z.exactOptional(z.record(z.string(), z.url())),
  facts: z.exactOptional(z.array(fact)),
  editions: z.array(edition).min(1),
});

export type ProgrammeFile = z.infer<typeof programmeFile>;

/** An edition with everything that it shares with its programme. */
export function complete(file: ProgrammeFile, index: number): unknown {
  const { sources: _sources, facts: _facts, editions, ...common } = file;
  const { settings: changed, reminders: rules, facts: _own, ...own } = editions[index] ?? {};
  const [settings, reminders] = [
    { ...common.settings, ...changed },
    { ...common.reminders, ...rules },
  ];
  return { ...common, ...own, settings, reminders };
}
