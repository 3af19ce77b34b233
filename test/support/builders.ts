import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { validateBlocks, validateView } from '../../sandbox/blockkit/validate.ts';
import type { Locale } from '../../src/core/locale.ts';
import type { MatterWords } from '../../src/platform/feature.ts';
import type { Home, Message, Modal } from '../../src/platform/slack/message.ts';
import { filesUnder, ROOT } from '../architecture/support/files.ts';
import {
  expectHome,
  expectMessage,
  expectModal,
  expectWords,
  faultsOf,
  LOCALES,
  OURS,
  type Said,
  saidIn,
} from './extremes.ts';
import { TAME, WILD, type Words, withoutTame } from './words.ts';

/**
 * What a builder makes; a `view` is a modal as Slack takes it. `home` may be blocks alone; `blocks` stand in messages and modals; `element` is a button or a
 * menu; `mrkdwn` and `plain` are words, by how Slack will read them; `matter` are the words and buttons of an obligation.
 */
type Kind = 'message' | 'modal' | 'view' | 'home' | 'blocks' | 'element' | 'mrkdwn' | 'plain' | 'matter';
type Case = {
  readonly of: { readonly name: string };
  readonly kind: Kind;
  /** Some of its words are for others, in their language. */
  readonly isForOthers: boolean;
  readonly made: (words: Words) => fc.Arbitrary<(locale: Locale) => unknown>;
};

/** A builder with an arbitrary of its arguments, which depend on the language of the reader only. */
export const builds = <A extends readonly unknown[]>(
  of: (...args: A) => unknown,
  kind: Kind,
  given: (words: Words) => fc.Arbitrary<(locale: Locale) => NoInfer<A>>,
  { isForOthers = false } = {},
): Case => ({
  of,
  kind,
  isForOthers,
  made: (words) => given(words).map((args) => (locale: Locale) => of(...args(locale))),
});

const BLANK_BESIDE = { type: 'section', text: { type: 'plain_text', text: 'A' } };
const asBlocks = (made: unknown): readonly unknown[] => {
  const inside = (made as { readonly blocks?: unknown }).blocks ?? made;
  return Array.isArray(inside) ? inside : [inside];
};

const CHECKS: Readonly<Record<Kind, (made: unknown, locale: Locale) => void>> = {
  message: (made) => {
    expect(made).not.toBeNull();
    expectMessage(made as Message);
  },
  modal: (made, locale) => expectModal(made as Modal, locale),
  view: (made) => {
    expect(validateView(made, 'modal')).toEqual([]);
    expectWords(made);
  },
  home: (made) => expectHome(Array.isArray(made) ? { blocks: made } : (made as Home)),
  blocks: (made) => {
    for (const surface of ['message', 'modal'] as const)
      expect(
        validateBlocks([BLANK_BESIDE, ...asBlocks(made)], surface).filter(({ pointer }) => pointer !== '/blocks'),
      ).toEqual([]);
    expectWords(made);
  },
  element: (made) => CHECKS.blocks({ type: 'actions', elements: [made].flat() }, 'pl'),
  mrkdwn: (made) => expect(faultsOf([{ kind: 'mrkdwn', text: String(made) }])).toEqual([]),
  plain: (made) => expect(faultsOf([{ kind: 'plain_text', text: String(made) }])).toEqual([]),
  matter: (made, locale) => {
    const { what, why = null, buttons } = made as MatterWords;
    for (const words of [what, ...(why === null ? [] : [why])]) CHECKS.mrkdwn(words, locale);
    if (buttons) CHECKS.blocks({ type: 'actions', elements: buttons }, locale);
  },
};

const wordsOf = (made: unknown): readonly Said[] => {
  if (typeof made === 'string') return [{ kind: 'plain_text', text: made }];
  const own = (made ?? {}) as Readonly<Record<string, unknown>>;
  const outside = ['text', 'title', 'submit', 'what', 'why']
    .map((key) => own[key])
    .filter((text) => typeof text === 'string');
  return [...saidIn(made), ...outside.map((text): Said => ({ kind: 'plain_text', text }))];
};

/** Words that are the same in Polish and English, and the names of time zones. */
const ALIKE =
  /Debiuty|KRS|NIP|REGON|Grant|\bbot\b|programmes_|wydzial|[a-z]+(?:_[a-z]+)+|E-mail|Slack|[A-Z][a-z]+(?:\/\w+)+/gi;

/** Texts that two languages share although there is more in them than people's words, names and numbers. */
const shared = (one: readonly Said[], other: readonly Said[]): readonly string[] => {
  const others = new Set(other.map(({ text }) => text));
  return one
    .map(({ text }) => text)
    .filter((text) => others.has(text) && /\p{L}{3}/u.test(withoutTame(text.replace(OURS, '')).replace(ALIKE, '')));
};

async function functionsIn(path: string): Promise<readonly (readonly [name: string, value: unknown])[]> {
  const module: Readonly<Record<string, unknown>> = await import(pathToFileURL(join(ROOT, path)).href);
  return Object.entries(module)
    .filter(([, value]) => typeof value === 'function')
    .map(([name, value]) => [`${path} ${name}`, value] as const);
}

/** Ordinary words cut short, two full stops, a gap before a comma, an empty pair of brackets or of bold marks. */
const SLOPPY = /.{40}\p{L}…$|[^.]\.\.(?!\.)| [,.;:](?! )|\(\)|\*\*|, ,|: *(?:\.|$)(?<!:)/mu;

/** Files in a folder of `src` that build what Slack shows. */
export const viewFiles = (folder: string): readonly string[] =>
  filesUnder(`src/${folder}`, '.ts').filter((path) => /\/views(?:\.ts$|\/)/.test(path));

const RUNS = 25;
const TAME_RUNS = 8;
/** A property that fails takes its time to find the smallest example; it is never cut off. */
const TIMEOUT_MS = 60_000;

/**
 * The tests of the builders in a folder of `src`: each has a generator; with any words it builds what Slack takes, in which nothing
 * people type comes alive; with ordinary words each language says everything in its own words, and nothing is cut.
 */
export function provesBuilders(folder: string, cases: readonly Case[]): void {
  describe(`what ${folder} shows`, () => {
    it('is all here: every exported builder has a generator', async () => {
      const found = (await Promise.all(viewFiles(folder).map(functionsIn))).flat();
      const known = new Set<unknown>(cases.map((one) => one.of));
      expect(found.length).toBeGreaterThan(0);
      expect(found.filter(([, value]) => !known.has(value)).map(([name]) => name)).toEqual([]);
    });

    it.each(cases.map((one) => [one.of.name, one] as const))(
      '%s is what Slack takes, whatever people typed',
      (_name, { kind, made }) => {
        const check = (build: (locale: Locale) => unknown) => {
          for (const locale of LOCALES) CHECKS[kind](build(locale), locale);
        };
        fc.assert(fc.property(made(WILD), check), { numRuns: RUNS });
      },
      TIMEOUT_MS,
    );

    it.each(cases.map((one) => [one.of.name, one] as const))(
      '%s speaks the reader’s language, and cuts nothing ordinary',
      (_name, { made, isForOthers }) => {
        const check = (build: (locale: Locale) => unknown) => {
          const [pl, en] = [wordsOf(build('pl')), wordsOf(build('en'))];
          expect(isForOthers ? [] : shared(pl, en)).toEqual([]);
          expect([...pl, ...en].map(({ text }) => text).filter((text) => SLOPPY.test(text))).toEqual([]);
        };
        fc.assert(fc.property(made(TAME), check), { numRuns: TAME_RUNS });
      },
      TIMEOUT_MS,
    );
  });
}
