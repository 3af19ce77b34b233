import { afterEach, describe, expect, it } from 'vitest';
import { APPLICANTS, type ApplicantKey } from '../../sandbox/play/applicants.ts';
import { CHAPTERS } from '../../sandbox/play/chapters/index.ts';
import { playStory } from '../../sandbox/play/index.ts';
import { seedStory } from '../../sandbox/play/seed.ts';
import type { Chapter, Stage } from '../../sandbox/play/stage.ts';
import { BEGINS } from '../../sandbox/play/time.ts';
import type { Language } from '../../sandbox/play/words.ts';
import { type Outcome, outcomeOf, surveysAnswered } from '../support/story-outcome.ts';
import { openWorkspace, type Workspace } from '../support/workspace.ts';

const ALL_THE_WAY: Outcome = {
  application: 'admitted',
  place: 'active',
  expert: 'active',
  consultation: 'held',
  card: 'confirmed',
  event: 'attended',
  action: 'held',
  reported: 37,
  opinion: 'released',
};
const NOWHERE: Outcome = {
  application: null,
  place: null,
  expert: null,
  consultation: null,
  card: null,
  event: null,
  action: null,
  reported: null,
  opinion: null,
};

/** How far each of the eight comes. */
const EXPECTED: Readonly<Record<ApplicantKey, Outcome>> = {
  halina: ALL_THE_WAY,
  // Rain ended the walk.
  igor: { ...ALL_THE_WAY, action: 'partly' },
  // Admitted and led, and then there is no answer to anything.
  jadwiga: { ...NOWHERE, application: 'admitted', place: 'active', expert: 'active', event: 'invited' },
  kamil: { ...NOWHERE, application: 'withdrawn' },
  lidia: { ...NOWHERE, application: 'draft' },
  marcin: ALL_THE_WAY,
  nina: ALL_THE_WAY,
  oliver: ALL_THE_WAY,
};

let workspace: Workspace;

const stageIn = (language: Language): Stage => ({
  sandbox: workspace.sandbox,
  language,
  catchUp: workspace.app.tick,
  upcoming: async () => (await workspace.app.upcoming())?.at.getTime() ?? null,
  breath: async () => undefined,
  show: ({ title, step }) => {
    if (process.env['PLAY_SAYS']) process.stdout.write(`${title}: ${step}\n`);
  },
});

const open = async (language: Language): Promise<void> => {
  const now = new Date(BEGINS).toISOString();
  workspace = await openWorkspace({ now, pace: 1_000, quietMs: 3, seed: seedStory(language) });
};

const outcomes = async (): Promise<Readonly<Record<string, Outcome>>> => {
  const keys = Object.keys(APPLICANTS) as ApplicantKey[];
  const all = await Promise.all(
    keys.map(async (key) => [key, await outcomeOf(workspace.db, APPLICANTS[key])] as const),
  );
  return Object.fromEntries(all);
};

describe.each<Language>(['pl', 'en'])('the whole path in %s', (language) => {
  afterEach(() => workspace.close());

  it('takes each of the eight organisations as far as it should come', { timeout: 600_000 }, async () => {
    await open(language);
    const played = await playStory(stageIn(language));
    expect(played).toEqual(['found', 'apply', 'admit', 'assign', 'consult', 'event', 'action', 'opinion', 'feedback']);
    expect(await outcomes()).toEqual(EXPECTED);
    expect(await surveysAnswered(workspace.db)).toEqual({ event: 5, consultation: 2 });
  });
});

describe('the table of outcomes', () => {
  afterEach(() => workspace.close());

  const upTo = (key: string): readonly Chapter[] => CHAPTERS.slice(0, CHAPTERS.findIndex((one) => one.key === key) + 1);

  it('does not hold where the story stops early', { timeout: 300_000 }, async () => {
    await open('pl');
    await playStory(stageIn('pl'), upTo('admit'));
    expect(await outcomes()).not.toEqual(EXPECTED);
    expect(await outcomes()).toMatchObject({ halina: { ...NOWHERE, application: 'admitted', place: 'active' } });
  });
});
