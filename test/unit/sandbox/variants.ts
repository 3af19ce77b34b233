import type { Field, Loose, Rule } from '../../../sandbox/contract/rule-types.ts';
import { ALL, type Named, sample, sampleOf, sampleTyped } from './samples.ts';

/** One value for a field: good, or bad with the pointer (below the field) that must be named. */
export type Variant = { readonly what: string; readonly value: unknown; readonly bad?: string };

const good = (what: string, value: unknown): Variant => ({ what, value });
const bad = (what: string, value: unknown, at = ''): Variant => ({ what, value, bad: at });

const sizes = (rule: Rule, min: number | undefined, max: number | undefined, at = ''): readonly Variant[] => [
  ...(max === undefined ? [] : [good(`at ${max}`, sample(rule, max)), bad(`at ${max + 1}`, sample(rule, max + 1), at)]),
  ...(min === undefined || (min === 0 && rule.is !== 'number')
    ? []
    : [good(`at ${min}`, sample(rule, min)), bad(`at ${min - 1}`, sample(rule, min - 1), at)]),
];

const ofText = (rule: Extract<Rule, { is: 'text' }>): readonly Variant[] => [
  ...sizes(rule, 1, rule.max, '/text'),
  ...(rule.plain ? [bad('mrkdwn', { type: 'mrkdwn', text: 'a' }, '/type')] : []),
  ...(rule.mrkdwn ? [bad('plain text', { type: 'plain_text', text: 'a' }, '/type')] : []),
  bad('unknown field', { type: rule.mrkdwn ? 'mrkdwn' : 'plain_text', text: 'a', colour: 'red' }, '/colour'),
  bad('a bare string', 'a'),
];

const ofString = (rule: Extract<Rule, { is: 'string' }>): readonly Variant[] => [
  // A pattern has its own shortest and longest.
  ...(rule.oneOf ? [] : sizes(rule, rule.pattern ? undefined : rule.min, rule.max)),
  ...(rule.oneOf ?? []).map((one) => good(one, one)),
  ...(rule.oneOf || rule.pattern ? [good('of its kind', sample(rule)), bad('nonsense', '\u0000')] : []),
  bad('a number', 7),
];

const ofNumber = (rule: Extract<Rule, { is: 'number' }>): readonly Variant[] => [
  ...sizes(rule, rule.min, rule.max),
  rule.decimal ? good('with decimals', 1.5) : bad('with decimals', (rule.min ?? 0) + 0.5),
  bad('a string', '1'),
  bad('not finite', Number.POSITIVE_INFINITY),
];

const within = (rule: Extract<Rule, { is: 'list' }>): readonly Variant[] =>
  variants(rule.of).map((one) => ({
    what: `each ${one.what}`,
    value: Array.from({ length: Math.max(1, rule.min) }, () => one.value),
    ...(one.bad !== undefined && { bad: `/0${one.bad}` }),
  }));

/** Values of a rule at each of its limits and one beyond, of each kind it takes, and of none. */
export const variants = (rule: Rule): readonly Variant[] => {
  if (rule.is === 'text') return ofText(rule);
  if (rule.is === 'string') return ofString(rule);
  if (rule.is === 'number') return ofNumber(rule);
  if (rule.is === 'boolean') return [good('true', true), good('false', false), bad('a string', 'true')];
  if (rule.is === 'list') return [...sizes(rule, rule.min, rule.max), ...within(rule), bad('no list', {})];
  if (rule.is === 'object') return [good('smallest', sample(rule)), bad('no object', 'a')];
  if (rule.is === 'anything') return [];
  return [
    ...rule.of.map((type) => good(type, sampleTyped(rule.is, type))),
    bad('another type', { type: 'nonsense' }, '/type'),
    bad('no object', 'a'),
  ];
};

type Holder = { readonly by: Named; readonly field: string; readonly lists: number };

/** Whether a rule takes this, and in how many lists. */
const takes = (rule: Rule, one: Named): number | null => {
  if (rule.is === 'list') {
    const inner = takes(rule.of, one);
    return inner === null ? null : inner + 1;
  }
  const kinds = { object: ['object'], element: ['element', 'part'], block: ['block'] }[rule.is as string] ?? [];
  if (!kinds.includes(one.kind)) return null;
  return 'of' in rule && (rule.of === one.name || (Array.isArray(rule.of) && rule.of.includes(one.name))) ? 0 : null;
};

/** What may hold this: an input before all, as some fields are for inputs only. @throws when nothing does */
const holderOf = (one: Named): Holder => {
  const holders = ALL.filter((by) => by !== one).flatMap((by) =>
    Object.entries<Field>(by.spec).flatMap(([field, rule]) => {
      const lists = takes(rule, one);
      return lists === null ? [] : [{ by, field, lists }];
    }),
  );
  const best = holders.find(({ by }) => by.name === 'input') ?? holders[0];
  if (!best) throw new Error(`nothing in the tables takes the ${one.kind} "${one.name}"`);
  return best;
};

/** A block around an object, and the pointer from the block to the object. */
export const inBlock = (one: Named, value: Loose): { block: Loose; holder: Named; pointer: string } => {
  if (one.kind === 'block' && one.surfaces) return { block: value, holder: one, pointer: '' };
  const { by, field, lists } = holderOf(one);
  let held: unknown = value;
  for (let depth = 0; depth < lists; depth += 1) held = [held];
  // A list may need more than one of them.
  const rule = by.spec[field];
  if (rule?.is === 'list' && rule.min > 1 && Array.isArray(held)) held = Array.from({ length: rule.min }, () => value);
  const { block, holder, pointer } = inBlock(by, sampleOf(by, { [field]: held }));
  return { block, holder, pointer: `${pointer}/${field}${'/0'.repeat(lists)}` };
};
