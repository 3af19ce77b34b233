import { expect } from 'vitest';
import type { Actor } from '../../src/core/actor.ts';
import { addDays, civilOf, toInstant } from '../../src/core/calendar/index.ts';
import type { Owed } from '../../src/core/owed.ts';
import { helpCommand, homeOpened } from '../../src/features/home/slack.ts';
import { owedByState } from '../../src/features/obligations/operations/touched.ts';
import { allAction, nextAction } from '../../src/features/obligations/slack.ts';
import { identify } from '../../src/features/people/public.ts';
import type { Reply } from '../../src/platform/slack/reply.ts';
import type { TestDeps } from './deps.ts';
import { expectSame, lineOf, type Named, type Read, readMatters, restOf, textsOf } from './matters.ts';

/** What the state says is owed at this moment, worked out without what is written as owed. */
async function owedNow({ deps, clock }: TestDeps): Promise<readonly Owed[]> {
  const now = clock.now();
  const all = [...(await owedByState(deps, deps.db)).values()].flat();
  return all.filter(({ startsAt, endsAt }) => !(startsAt && startsAt > now) && !(endsAt && endsAt <= now));
}

/** Names of organisations by the id that a matter knows. */
type Names = ReadonlyMap<string, string>;

async function namesOf({ deps: { db } }: TestDeps): Promise<Names> {
  const places = await db.participation.findMany({ include: { organisation: true } });
  const applications = await db.application.findMany();
  const requests = await db.timeRequest.findMany({ include: { deadline: true } });
  return new Map([
    ...places.map(({ id, organisation }) => [id, organisation.name] as const),
    ...applications.map(({ id, organisationName }) => [id, organisationName ?? 'Bez nazwy'] as const),
    ...requests.map(({ id, deadline }) => [id, deadline.kind] as const),
  ]);
}

/** A matter as its words should name it. */
function named({ key, kind, participationId, params }: Owed, names: Names): Named {
  const id = key.slice(key.indexOf(':') + 1);
  const request = kind === 'deadlines.request' ? ` ${names.get(String(params['requestId']))}` : '';
  return { kind: `${kind}${request}`, name: names.get(participationId ?? id) ?? '?' };
}

const owes = (actor: Actor, { by }: Owed): boolean => {
  if ('person' in by) return by.person === actor.personId;
  if ('organisation' in by) return actor.organisationIds.includes(by.organisation);
  return actor.roles.some(({ role, cohortId }) => role === 'staff' && (cohortId === null || cohortId === by.staffOf));
};

const blocksOf = (reply: Reply | null): unknown => {
  if (reply?.kind === 'home') return reply.home.blocks;
  if (reply?.kind === 'ephemeral') return reply.message.blocks;
  if (reply?.kind === 'openModal' || reply?.kind === 'updateModal') return reply.modal.blocks;
  return [];
};

/** The part under the heading "what is next", up to the line that ends it. */
function nextPart(blocks: unknown): unknown {
  const all = blocks as { type: string; text?: { text: string } }[];
  const start = all.findIndex(({ type, text }) => type === 'header' && text?.text === 'Co dalej');
  if (start < 0) return [];
  const end = all.findIndex(({ type }, index) => index > start && type === 'divider');
  return all.slice(start + 1, end < 0 ? undefined : end);
}

/** The person as the bot would know them now. */
async function knownAs({ deps, clock }: TestDeps, { slackUserId: userId }: Actor): Promise<Actor> {
  const actor = await identify(deps, { userId, teamId: 'T0TEST' }, clock.now());
  if (typeof actor === 'string') throw new Error(actor);
  return actor;
}

/** App Home, and `/debiuty` without words, of each of these people. */
async function expectPeople(test: TestDeps, people: readonly Actor[], owed: readonly Owed[], names: Names) {
  const { deps, clock } = test;
  const now = clock.now();
  for (const known of people) {
    const actor = await knownAs(test, known);
    const mine = owed.filter((one) => owes(actor, one)).map((one) => named(one, names));
    const [organisationId] = actor.organisationIds;
    const own = organisationId ? await deps.db.organisation.findUnique({ where: { id: organisationId } }) : null;
    const handling = { deps, actor, now, channelId: null };
    const at = { deps, now, userId: actor.slackUserId, teamId: 'T0TEST', enter: async () => handling };
    const opened = nextPart(blocksOf(await homeOpened.run(at, { tab: 'home' })));
    const typed = nextPart(blocksOf(await helpCommand.run(handling, '')));
    expectSame(`App Home of ${actor.name}`, readMatters(opened, own?.name), mine);
    expectSame(`/debiuty of ${actor.name}`, readMatters(typed, own?.name), mine);
  }
}

/** The card that stands in each organisation's channel. */
async function expectCards({ deps, slack }: TestDeps, owed: readonly Owed[], names: Names) {
  const places = await deps.db.participation.findMany({ include: { organisation: true } });
  for (const { id, channelId, cardTs, organisation } of places) {
    const card = slack.messages.find((one) => one.channelId === channelId && one.ts === cardTs);
    expect(card, `the card of ${organisation.name}`).toBeDefined();
    const mine = owed.filter((one) => one.participationId === id && 'organisation' in one.by);
    const read = readMatters(card?.message.blocks, organisation.name);
    const ours = mine.map((one) => named(one, names));
    expectSame(`the card of ${organisation.name}`, read, ours);
  }
}

/** Lines `• *whose*: what – when`. */
function bullets(texts: readonly string[]): Read {
  const all = texts.flatMap((text) => text.split('\n'));
  const lines = all.flatMap((line) => {
    const [, who = '', what = ''] = /^• \*(.+?)\*: (.+) – [^–]+$/.exec(line) ?? [];
    return lineOf(what, who) ?? [];
  });
  return { lines, rest: restOf(texts) };
}

const HEADINGS = [':pushpin:', ':hourglass:', ':calendar:'] as const;

/** The weekly digest: what is of staff, what is overdue with others, what falls due in seven days. */
async function expectDigest({ deps, clock }: TestDeps, cohortId: string, owed: readonly Owed[], names: Names) {
  const message = await deps.offers.notices.get('obligations.digest')?.render(deps, { cohortId }, 'pl');
  const blocks = [...(message?.blocks ?? [])] as { text?: { text: string } }[];
  const part = (heading: (typeof HEADINGS)[number]): unknown[] => {
    const isHeading = (text: string | undefined, all: readonly string[]) => all.some((one) => text?.startsWith(one));
    const start = blocks.findIndex(({ text }) => isHeading(text?.text, [heading]));
    const end = blocks.findIndex(({ text }, at) => at > start && isHeading(text?.text, [...HEADINGS, ':zzz:']));
    return start < 0 ? [] : blocks.slice(start, end < 0 ? undefined : end);
  };
  const now = clock.now();
  const lastDay = addDays(civilOf(now).date, 7);
  const dueOf = ({ due }: Owed) => (due ? toInstant(due).instant : null);
  const others = owed.filter(({ by }) => !('staffOf' in by));
  const overdue = others.filter((one) => (dueOf(one) ?? now) < now);
  const soon = others.filter((one) => (dueOf(one) ?? new Date(0)) >= now && (one.due?.date ?? '9') <= lastDay);
  const words = (list: readonly Owed[]) => list.map((one) => named(one, names));
  const mine = owed.filter(({ by }) => 'staffOf' in by);
  expectSame('the digest, for staff', readMatters(part(':pushpin:')), words(mine));
  expectSame('the digest, overdue', bullets(textsOf(part(':hourglass:'))), words(overdue));
  expectSame('the digest, soon', bullets(textsOf(part(':calendar:'))), words(soon));
  const later = textsOf(blocks).flatMap((text) => /^Później albo bez terminu: (\d+)/.exec(text)?.[1] ?? []);
  expect(Number(later[0] ?? 0)).toBe(owed.length - mine.length - overdue.length - soon.length);
}

/** The list behind the digest's button, leafed through to its end. */
async function expectWhole(test: TestDeps, cohortId: string, staff: Actor, owed: readonly Owed[], names: Names) {
  const handling = { deps: test.deps, actor: staff, now: test.clock.now(), channelId: null };
  const read: Read['lines'][number][] = [];
  let value: string | null = JSON.stringify({ cohortId, from: 0 });
  for (let action = allAction; value !== null; action = nextAction) {
    const blocks = blocksOf(await action.run(handling, value, {} as never));
    read.push(...readMatters(blocks).lines);
    const next = /"obligations_next"[^}]*\}[^}]*"value":("(?:[^"\\]|\\.)*")/.exec(JSON.stringify(blocks))?.[1];
    value = next ? JSON.parse(next) : null;
  }
  expectSame(
    'the whole list',
    { lines: read, rest: 0 },
    owed.map((one) => named(one, names)),
  );
}

/**
 * Fails unless cards, App Home and `/debiuty` of these people, and the digest with its whole list show exactly what the
 * state says is owed, each to its own. Returns how many matters are open.
 */
export async function expectSurfacesAgree(
  test: TestDeps,
  { people, cohortId, staff }: { people: readonly Actor[]; cohortId: string; staff: Actor },
): Promise<number> {
  const owed = await owedNow(test);
  const names = await namesOf(test);
  const ofCohort = owed.filter((one) => one.cohortId === cohortId);
  await expectPeople(test, people, owed, names);
  await expectCards(test, owed, names);
  await expectDigest(test, cohortId, ofCohort, names);
  await expectWhole(test, cohortId, staff, ofCohort, names);
  return owed.length;
}
