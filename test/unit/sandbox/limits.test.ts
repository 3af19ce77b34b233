import { describe, expect, it } from 'vitest';
import { validateBlocks, validateSuggestion, validateView } from '../../../sandbox/blockkit/validate.ts';
import { AT_MOST, TABLE_TEXT } from '../../../sandbox/contract/blocks.ts';
import { MESSAGE, VIEW } from '../../../sandbox/contract/limits.ts';
import { OBJECTS, SUGGESTED } from '../../../sandbox/contract/objects.ts';
import { ONE_OF, type OneOf } from '../../../sandbox/contract/one-of.ts';
import type { Field, Loose, Problem, Spec, Surface } from '../../../sandbox/contract/rule-types.ts';
import { VIEWS } from '../../../sandbox/contract/views.ts';
import { ALL, find, type Named, sample, sampleOf, sampleTyped } from './samples.ts';
import { inBlock, type Variant, variants } from './variants.ts';

type Judge = (given: Loose) => { readonly problems: readonly Problem[]; readonly pointer: string };
type Case = { readonly name: string; readonly field: string; readonly rule: Field; readonly judge: Judge };

/** The object in a block on a surface that takes it, judged. */
const judgeInBlock =
  (one: Named): Judge =>
  (given) => {
    const { block, holder, pointer } = inBlock(one, sampleOf(one, given));
    const surfaces = holder.surfaces ?? [];
    const surface: Surface = surfaces.includes('modal') ? 'modal' : (surfaces[0] ?? 'message');
    return { problems: validateBlocks([block], surface), pointer: `/blocks/0${pointer}` };
  };

const without = (value: Loose, gone: string): Loose =>
  Object.fromEntries(Object.entries(value).filter(([key]) => key !== gone));
const modal: Loose = { title: { type: 'plain_text', text: 'a' }, blocks: [{ type: 'divider' }] };
const judgeView =
  (type: 'modal' | 'home'): Judge =>
  (given) => {
    const usual = type === 'modal' ? modal : without(modal, 'title');
    return { problems: validateView({ type, ...usual, ...given }, type), pointer: '/view' };
  };

const casesOf = (name: string, spec: Spec, judge: Judge): readonly Case[] =>
  Object.entries<Field>(spec).map(([field, rule]) => ({ name: `${name}.${field}`, field, rule, judge }));

const cases: readonly Case[] = [
  ...ALL.flatMap((one) => casesOf(`${one.kind} ${one.name}`, one.spec, judgeInBlock(one))),
  ...casesOf('modal', VIEWS.modal, judgeView('modal')),
  ...casesOf('home', VIEWS.home, judgeView('home')),
  ...casesOf('suggestion', SUGGESTED, (given) => ({ problems: validateSuggestion(given), pointer: '' })),
];

const tried = ({ field, judge }: Case, { what, value, bad }: Variant): string | null => {
  const { problems, pointer } = judge({ [field]: value });
  const at = `${pointer}/${field}${bad ?? ''}`;
  if (bad === undefined) return problems.length === 0 ? null : `${what}: ${JSON.stringify(problems[0])}`;
  const named = problems.find((one) => one.pointer === at && /^[a-z_]+$/.test(one.rule));
  return named ? null : `${what} was not refused at ${at}: ${JSON.stringify(problems)}`;
};

describe('every field of the tables', () => {
  it.each(cases)('$name holds at each limit and not one beyond', (one) => {
    expect(
      variants(one.rule)
        .map((variant) => tried(one, variant))
        .filter(Boolean),
    ).toEqual([]);
  });

  it.each(cases.filter((one) => one.rule.required))('$name is required', ({ field, judge }) => {
    const { problems, pointer } = judge({ [field]: undefined });
    expect(problems).toContainEqual(
      expect.objectContaining({ pointer: `${pointer}/${field}`, rule: `missing_${field}` }),
    );
  });

  it.each(ALL)('$kind $name is taken where the table says, and with no field more', (one) => {
    expect(judgeInBlock(one)({}).problems).toEqual([]);
    const { problems, pointer } = judgeInBlock(one)({ colour: 'red' });
    expect(problems).toEqual([{ pointer: `${pointer}/colour`, message: expect.any(String), rule: 'unknown_field' }]);
  });

  const chosen = ALL.flatMap((one) => (ONE_OF[one.name] ? [{ ...one, choice: ONE_OF[one.name] as OneOf }] : []));
  it.each(chosen)('$kind $name needs one of its fields, and no two where one is the rule', ({ choice, ...one }) => {
    const rules = (given: Loose) => {
      const { problems, pointer } = judgeInBlock(one)(given);
      return problems.filter((each) => each.pointer === pointer).map((each) => each.rule);
    };
    expect(rules(Object.fromEntries(choice.of.map((field) => [field, undefined])))).toEqual([
      `missing_${choice.of[0]}`,
    ]);
    const all = Object.fromEntries(choice.of.map((field) => [field, sample(one.spec[field] as Field)]));
    expect(rules(all)).toEqual(choice.exactly ? [`more_than_one_of_${choice.of.join('_')}`] : []);
  });
});

describe('where blocks may stand', () => {
  const surfaces: readonly Surface[] = ['message', 'modal', 'home'];
  it.each(ALL.filter((one) => one.kind === 'block'))('$name stands on its surfaces and nowhere else', (one) => {
    const taken = surfaces.filter((surface) => validateBlocks([sampleOf(one)], surface).length === 0);
    expect(taken).toEqual(surfaces.filter((surface) => one.surfaces?.includes(surface)));
  });

  it.each([
    ['message', 0, MESSAGE.blocks],
    ['modal', 1, VIEW.blocks],
    ['home', 1, VIEW.blocks],
  ] as const)('a %s takes %d to %d blocks', (surface, min, max) => {
    const rules = (size: number) =>
      validateBlocks(
        Array.from({ length: size }, () => ({ type: 'divider' })),
        surface,
      ).map((one) => one.rule);
    expect([rules(min), rules(max)]).toEqual([[], []]);
    expect(rules(max + 1)).toEqual(['too_many_blocks']);
    if (min > 0) expect(rules(min - 1)).toEqual(['too_few_blocks']);
  });

  it.each(AT_MOST)('a message takes $max of $types together', ({ types, max }) => {
    const many = (size: number) =>
      Array.from({ length: size }, (_, index) => sampleTyped('block', types[index % types.length] ?? ''));
    expect(validateBlocks(many(max), 'message')).toEqual([]);
    expect(validateBlocks(many(max + 1), 'message').map((one) => one.pointer)).toEqual(['/blocks']);
  });

  it('markdown blocks and the cells of a table are counted together', () => {
    const rules = (blocks: readonly object[]) => validateBlocks(blocks, 'message').map((one) => one.rule);
    const half = { type: 'markdown', text: 'a'.repeat(MESSAGE.markdownText / 2) };
    expect(rules([half, half])).toEqual([]);
    expect(rules([half, half, { type: 'markdown', text: 'a' }])).toEqual(['markdown_too_long']);
    const cell = { type: 'raw_text', text: 'a'.repeat(TABLE_TEXT / 2) };
    expect(rules([{ type: 'table', rows: [[cell, cell]] }])).toEqual([]);
    expect(rules([{ type: 'table', rows: [[cell, cell, { type: 'raw_text', text: 'a' }]] }])).toEqual([
      'table_too_long',
    ]);
  });
});

describe('the walk itself', () => {
  it('meets every table, and a field nobody can sample is an error', () => {
    expect(cases.length).toBeGreaterThan(280);
    expect(cases.flatMap((one) => variants(one.rule)).length).toBeGreaterThan(1_200);
    expect(() => variants({ is: 'string', pattern: /^#[0-9a-f]{6}$/, max: 7 })).toThrow('no sample');
    expect(() => find(['object'], 'nowhere')).toThrow('no object');
    expect(() => inBlock({ kind: 'object', name: 'nowhere', spec: OBJECTS.option }, {})).toThrow(
      'nothing in the tables',
    );
  });
});
