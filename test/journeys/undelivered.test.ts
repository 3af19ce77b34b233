import { afterEach, beforeEach, expect, it } from 'vitest';
import { z } from 'zod';
import { addRooms } from '../../bench/support/rooms.ts';
import { PEOPLE, type PersonDriver } from '../../sandbox/index.ts';
import { features } from '../../src/features/index.ts';
import { notify } from '../../src/features/notices/public.ts';
import { inTransaction } from '../../src/platform/db/transaction.ts';
import { defineNotice, type Feature } from '../../src/platform/feature.ts';
import { say } from '../../src/platform/slack/reply.ts';
import { COHORT, STAFF_ROOM, setUpCohort } from '../support/play.ts';
import { openWorkspace, type Workspace } from '../support/workspace.ts';

const talk: Feature = {
  name: 'talk',
  notices: [defineNotice('talk.hello', z.object({ word: z.string() }), async (_deps, { word }) => say(word))],
};

let workspace: Workspace;
let alicja: PersonDriver;
let channels: readonly string[];

beforeEach(async () => {
  workspace = await openWorkspace({ now: '2023-04-03T10:00:00+02:00', features: [...features, talk] });
  alicja = workspace.sandbox.as(PEOPLE.admin);
  await setUpCohort(alicja);
  channels = addRooms(workspace.sandbox, 2);
});
afterEach(() => workspace.close());

/** Something of the cohort is said to a channel. */
async function write(words: readonly string[], channel: string): Promise<void> {
  const { app, db, clock } = workspace;
  const { id } = await db.cohort.findFirstOrThrow({ where: { name: COHORT } });
  await inTransaction(db, async (tx) => {
    for (const word of words) {
      const spec = { kind: 'talk.hello', params: { word }, key: word, cohortId: id };
      await notify(app.deps, tx, { ...spec, to: { channel }, at: clock.now() });
    }
  });
  await workspace.sandbox.settled();
}

const archive = (index: number, archived: boolean): void => {
  const channel = workspace.sandbox.world.channel(channels[index] ?? '');
  if (channel) channel.archived = archived;
};
const said = (index: number) => workspace.sandbox.world.posted(channels[index] ?? '').map((message) => message.text);

it('staff hear that something did not arrive, see why, mend it and send all again in order', async () => {
  archive(0, true);
  await write(['Pierwsza', 'Druga', 'Trzecia'], channels[0] ?? '');
  await write(['Obok'], channels[1] ?? '');
  expect(said(1)).toEqual(['Obok']);
  const staffRoom = alicja.texts(`#${STAFF_ROOM}`).filter((text) => text.includes('Nie wszystkie wiadomości dotarły'));
  expect(staffRoom).toHaveLength(1);
  expect(staffRoom[0]).toContain('kanał jest zarchiwizowany');

  await alicja.click('Zobacz niedostarczone', { channel: `#${STAFF_ROOM}` });
  const shown = alicja.modal()?.all ?? '';
  expect(shown).toContain('Nie dotarły 3 wiadomości');
  expect(shown).toContain('przywróćcie go z archiwum');
  for (const word of ['Pierwsza', 'Druga', 'Trzecia']) expect(shown).toContain(`„${word}”`);

  archive(0, false);
  await alicja.click('Wyślij wszystkie (3)');
  expect(alicja.modal()?.all).toContain('Wysyłam ponownie 3 wiadomości');
  await workspace.sandbox.waitFor(() => said(0).length === 3);
  expect(said(0)).toEqual(['Pierwsza', 'Druga', 'Trzecia']);
  await alicja.close();
  await alicja.slash('#debiuty', '/debiuty niedostarczone');
  expect(alicja.modal()?.all).toContain('Wszystko dotarło');
});

it('twelve undelivered are shown by eights, and one is sent again by itself', async () => {
  archive(0, true);
  const words = Array.from({ length: 12 }, (_, index) => `Wiadomość ${String(index).padStart(2, '0')}`);
  await write(words, channels[0] ?? '');
  await alicja.slash('#debiuty', '/debiuty niedostarczone');
  expect(alicja.modal()?.all.match(/„Wiadomość \d\d”/g)).toHaveLength(8);
  await alicja.click('Starsze →');
  expect(alicja.modal()?.all.match(/„Wiadomość \d\d”/g)).toHaveLength(4);
  archive(0, false);
  await alicja.click('Wyślij ponownie');
  await workspace.sandbox.waitFor(() => said(0).length === 1);
  await alicja.click('← Nowsze');
  expect(alicja.modal()?.all).toContain('Nie dotarło 11 wiadomości');
});

it('somebody outside the team is told politely, and learns nothing', async () => {
  archive(0, true);
  await write(['Tajemnica'], channels[0] ?? '');
  const halina = workspace.sandbox.as(PEOPLE.representatives[0]);
  await halina.slash('#debiuty', '/debiuty niedostarczone');
  expect(halina.modal()).toBeNull();
  expect(halina.texts('#debiuty').at(-1)).toContain('tylko zespół programu');
});
