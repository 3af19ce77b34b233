import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Actor } from '../../../src/core/actor.ts';
import type { Locale } from '../../../src/core/locale.ts';
import { features } from '../../../src/features/index.ts';
import type { CardPart } from '../../../src/platform/feature.ts';
import { actions, fields } from '../../../src/platform/slack/blocks.ts';
import type { Reply } from '../../../src/platform/slack/reply.ts';
import { createTestDatabase, type TestDatabase } from '../../support/database.ts';
import { type TestDeps, testDeps } from '../../support/deps.ts';
import { AWKWARD, expectHome, expectMessage, expectModal, LOCALES } from '../../support/extremes.ts';
import { DURING } from '../../support/intake.ts';
import { makeWorld, type World } from '../../support/world.ts';

/** The longest name, and one of markup, escapes, emoji and right-to-left letters; the unit tests have many more. */
const WORDS = [AWKWARD[1] ?? '', `&<${AWKWARD[4]} جمعية 👩‍🌾`.repeat(25)];

type Made = { readonly database: TestDatabase; readonly test: TestDeps; readonly world: World };
const worlds: Made[] = [];

/** Everybody's everything, in the strangest words and both languages, takes a while on a busy machine. */
const PATIENCE_MS = 120_000;

beforeAll(async () => {
  await Promise.all(
    WORDS.map(async (word) => {
      const database = await createTestDatabase();
      const test = testDeps(database.db, features);
      test.clock.set(DURING);
      worlds.push({ database, test, world: await makeWorld(test, word) });
    }),
  );
}, PATIENCE_MS);
afterAll(async () => {
  await Promise.all(worlds.map(({ database }) => database.drop()));
});

const inEach = async (look: (made: Made, locale: Locale) => Promise<void>): Promise<void> => {
  await Promise.all(
    worlds.map(async (made) => {
      for (const locale of LOCALES) await look(made, locale);
    }),
  );
};

const actorsOf = ({ world }: Made, locale: Locale): readonly Actor[] =>
  Object.values(world.actors).map((actor) => ({ ...actor, locale }));

/** Fails unless Slack would take the answer. */
function expectReply(reply: Reply | null, locale: Locale): void {
  if (reply?.kind === 'ephemeral') expectMessage(reply.message);
  if (reply?.kind === 'openModal' || reply?.kind === 'updateModal') expectModal(reply.modal, locale);
  if (reply?.kind === 'home') expectHome(reply.home);
  if (reply?.kind === 'closeModal' && reply.message) expectMessage(reply.message);
}

/** A part of a card as a message of its own. */
function expectPart({ blocks = [], buttons = [], fields: pairs = [] }: CardPart): void {
  const all = [
    ...blocks,
    ...(buttons.length > 0 ? [actions(buttons)] : []),
    ...(pairs.length > 0 ? [fields(pairs)] : []),
  ];
  expectMessage({ text: 'A', blocks: all });
}

describe('a world of the strangest names', () => {
  const kinds = features.flatMap((feature) => feature.notices ?? []).map((notice) => notice.kind);

  it.each(kinds)('the notice %s is what Slack takes, in both languages', async (kind) => {
    await inEach(async ({ test, world }, locale) => {
      expect(world.notices, kind).toHaveProperty([kind]);
      const message = await test.deps.offers.notices.get(kind)?.render(test.deps, world.notices[kind], locale);
      expect(message, kind).not.toBeNull();
      if (message) expectMessage(message);
    });
  });

  it('cards and what features put on them are what Slack takes, and every feature puts something there', async () => {
    await inEach(async ({ test, world }, locale) => {
      const { deps } = test;
      for (const [offers, ids] of [
        [deps.offers.cards, world.participationIds],
        [deps.offers.cohortCards, world.cohortIds],
      ] as const) {
        for (const offer of offers) {
          const parts = await Promise.all(ids.map((id) => offer(deps, id, locale)));
          const there = parts.filter((part) => part !== null);
          expect(there.length).toBeGreaterThan(0);
          there.forEach(expectPart);
        }
      }
    });
    for (const { test } of worlds) {
      expect(test.slack.messages.length).toBeGreaterThan(5);
      for (const { message } of test.slack.messages) expectMessage(message);
    }
  });

  it(
    'App Home is what Slack takes for everybody, and every section is shown to somebody',
    async () => {
      await inEach(async (made, locale) => {
        const { deps } = made.test;
        const now = deps.clock.now();
        for (const offer of deps.offers.homes) {
          const sections = await Promise.all(actorsOf(made, locale).map((actor) => offer(deps, actor, now)));
          const shown = sections.filter((blocks) => blocks !== null);
          expect(shown.length).toBeGreaterThan(0);
          for (const blocks of shown) expectHome({ blocks });
        }
        const opened = features
          .flatMap((feature) => feature.events ?? [])
          .filter((one) => one.type === 'app_home_opened');
        for (const actor of actorsOf(made, locale)) {
          const enter = async () => ({ deps, actor, now, channelId: null });
          const at = { deps, now, userId: actor.slackUserId, teamId: actor.slackTeamId, enter };
          const replies = await Promise.all(opened.map((event) => event.run(at, { tab: 'home' })));
          expect(replies.some((reply) => reply.kind === 'home')).toBe(true);
          for (const reply of replies) expectReply(reply, locale);
        }
      });
    },
    PATIENCE_MS,
  );

  it(
    'every command answers everybody with what Slack takes, in the workspace and in each channel',
    async () => {
      const commands = features.flatMap((feature) => feature.commands ?? []);
      expect(commands.length).toBeGreaterThan(10);
      await inEach(async (made, locale) => {
        const { deps } = made.test;
        const [place] = await deps.db.participation.findMany({ select: { channelId: true }, take: 1 });
        // Half of the people speak the one language, half the other.
        const speakers = actorsOf(made, locale).filter((_, n) => n % LOCALES.length === LOCALES.indexOf(locale));
        for (const actor of speakers)
          for (const channelId of [null, 'Cdebiuty-2024', place?.channelId ?? null])
            for (const command of commands) {
              const handling = { deps, actor, now: deps.clock.now(), channelId };
              expectReply(await command.run(handling, ''), locale);
              expect(command.help(actor, locale)).not.toBe('');
            }
      });
    },
    PATIENCE_MS,
  );
});
