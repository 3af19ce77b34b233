import { afterAll, beforeAll, expect, it } from 'vitest';
import { calmStage } from '../../chaos/calm.ts';
import { addPeople } from '../../chaos/people.ts';
import { play } from '../../chaos/play.ts';
import { storyOf } from '../../chaos/story/index.ts';
import { openWorkspace, type Workspace } from '../support/workspace.ts';

const SEED = 7;
const COUNT = Number(process.env['NOISE_ORGS'] ?? 4);

let workspace: Workspace;

beforeAll(async () => {
  workspace = await openWorkspace({ now: '2023-04-03T09:30:00.000+02:00', pace: 1_000, quietMs: 3 });
});
afterAll(() => workspace.close());

it('noise', async () => {
  const story = storyOf(SEED, COUNT, 4);
  addPeople(workspace.sandbox, story.organisations);
  const hooks = { begins: () => undefined, ended: async () => undefined };
  const begun = performance.now();
  const failures = await play(calmStage(workspace), story, hooks);
  console.log(story.events.length, (performance.now() - begun) / 1000, await workspace.db.notice.count());
  expect(failures).toEqual([]);
}, 600_000);
