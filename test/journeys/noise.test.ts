import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { calmStage } from '../../chaos/calm.ts';
import { beyond, everythingSaid, figures, type Said } from '../../chaos/noise/count.ts';
import recorded from '../../chaos/noise/figures.json' with { type: 'json' };
import { addPeople } from '../../chaos/people.ts';
import { play } from '../../chaos/play.ts';
import { storyOf } from '../../chaos/story/index.ts';
import { definitionOf, reminderSettingsOf } from '../../src/features/programmes/public.ts';
import { openWorkspace, type Workspace } from '../support/workspace.ts';

const SEED = 2_023;
/** As many for each expert as in a cohort of thirty with five. */
const ORGANISATIONS = 8;
const MONTHS = 4;

let workspace: Workspace;
let said: readonly Said[];
let failures: readonly string[];

const to = (kind: Said['kind']) => said.filter((one) => one.kind === kind);

beforeAll(async () => {
  workspace = await openWorkspace({ now: '2023-04-03T09:30:00.000+02:00', pace: 1_000, quietMs: 3 });
  const { sandbox, db } = workspace;
  const story = storyOf(SEED, ORGANISATIONS, MONTHS);
  addPeople(sandbox, story.organisations);
  failures = await play(calmStage(workspace), story, { begins: () => undefined, ended: async () => undefined });
  said = await everythingSaid(sandbox, db);
}, 600_000);
afterAll(() => workspace.close());

describe('a cohort of four months in which everybody does what they should', () => {
  it('works as people expect', () => {
    expect(failures).toEqual([]);
  });

  it('is no noisier than written down: a change that says more must say so in chaos/noise/figures.json', () => {
    const found = {
      personDay: figures(to('person')),
      organisationWeek: figures(to('organisation')),
      staffWeek: figures(to('staff')),
      everybodyWeek: figures(to('everybody')),
    };
    for (const [what, { median, most }] of Object.entries(found))
      process.stdout.write(`noise ${what}: median ${median}, most ${most}\n`);
    for (const [what, { median, most }] of Object.entries(found)) {
      const allowed = recorded[what as keyof typeof found];
      expect(median, `${what}: median`).toBeLessThanOrEqual(allowed.median);
      expect(most, `${what}: most`).toBeLessThanOrEqual(allowed.most);
    }
  });

  it('never reminds beyond the budget, with everything else that was said counted in', async () => {
    const { noticesPerPersonDay, postsPerChannelWeek } = reminderSettingsOf(
      definitionOf(await workspace.db.cohort.findFirstOrThrow()),
    );
    const reminders = (all: readonly Said[]) => all.filter(({ isReminder }) => isReminder);
    expect(reminders(said).length).toBeGreaterThan(20);
    expect(beyond(to('person'), noticesPerPersonDay)).toEqual([]);
    expect(beyond(to('organisation'), postsPerChannelWeek)).toEqual([]);
    expect(beyond(reminders(to('staff')), postsPerChannelWeek)).toEqual([]);
  });
});
