import { BLOCKS } from '../../../sandbox/contract/blocks.ts';
import { ELEMENTS } from '../../../sandbox/contract/elements.ts';
import { OBJECTS } from '../../../sandbox/contract/objects.ts';
import { ONE_OF } from '../../../sandbox/contract/one-of.ts';
import { PARTS } from '../../../sandbox/contract/parts.ts';
import type { Field, Loose, Rule, Spec, Surface } from '../../../sandbox/contract/rule-types.ts';

/** Smallest valid samples of everything in the tables, made from the tables alone. */

export type Kind = 'block' | 'element' | 'part' | 'object';
export type Named = {
  readonly kind: Kind;
  readonly name: string;
  readonly spec: Spec;
  readonly surfaces?: readonly Surface[];
};

const named = (kind: Kind, specs: Readonly<Record<string, Spec>>): readonly Named[] =>
  Object.entries(specs).map(([name, spec]) => ({ kind, name, spec }));

/** Every specification of the tables. */
export const ALL: readonly Named[] = [
  ...Object.entries(BLOCKS).map(([name, { fields, surfaces }]) => ({
    kind: 'block' as const,
    name,
    spec: fields,
    surfaces,
  })),
  ...named('element', ELEMENTS),
  ...named('part', PARTS),
  ...named('object', OBJECTS),
];

export const find = (kinds: readonly Kind[], name: string): Named => {
  const found = ALL.find((one) => kinds.includes(one.kind) && one.name === name);
  if (!found) throw new Error(`the tables have no ${kinds.join(' or ')} "${name}"`);
  return found;
};

const text = (length: number, type = 'plain_text') => ({ type, text: 'ł'.repeat(length) });
const SEEDS = ['2026-11-22', '09:30', '1', 'https://przyklad.example/'];

/** A string of exactly `size` characters that the rule's pattern takes. */
const stringOf = ({ oneOf, pattern }: Extract<Rule, { is: 'string' }>, size: number | undefined): string => {
  if (oneOf) return oneOf[0] ?? '';
  const seed = pattern ? SEEDS.find((one) => pattern.test(one)) : '';
  if (seed === undefined) throw new Error(`no sample matches ${pattern}`);
  return seed.padEnd(size ?? (seed === '' ? 1 : seed.length), 'a');
};

/** A value of this sort: the smallest, or of exactly `size` (characters, items, or the number itself). */
export const sample = (rule: Rule, size?: number): unknown => {
  if (rule.is === 'text') return text(size ?? 1, rule.mrkdwn ? 'mrkdwn' : 'plain_text');
  if (rule.is === 'string') return stringOf(rule, size);
  if (rule.is === 'number') return size ?? rule.min ?? 1;
  if (rule.is === 'boolean') return true;
  if (rule.is === 'list') return Array.from({ length: size ?? Math.max(1, rule.min) }, () => sample(rule.of));
  if (rule.is === 'object') return sampleOf(find(['object'], rule.of));
  if (rule.is === 'anything') return [{ type: 'divider' }];
  return sampleTyped(rule.is, rule.of[0] ?? '');
};

/** The smallest valid block, element or part of a type. */
export const sampleTyped = (is: 'element' | 'block', type: string): Loose => {
  if (type === 'plain_text' || type === 'mrkdwn') return text(1, type);
  const kinds = is === 'block' || (type === 'rich_text' && is === 'element') ? ['block' as const] : KINDS;
  return sampleOf(find(kinds, type));
};
const KINDS: readonly Kind[] = ['element', 'part'];

type Chart = { readonly axis_config?: Loose; readonly series?: readonly Loose[]; readonly rows?: readonly unknown[] };

/** What rules between fields ask: a chart has one point for each category, a data table no rich text in its header. */
const mended = (name: string, made: Loose): Loose => {
  const { axis_config: axis, series = [], rows = [] } = made as Chart;
  if (name === 'data_table' && JSON.stringify(rows[0] ?? null).includes('rich_text'))
    return { ...made, rows: [[sampleTyped('element', 'raw_text')], ...rows.slice(1)] };
  const [categories, data] = [axis?.['categories'], series[0]?.['data']];
  if (!Array.isArray(categories) || !Array.isArray(data) || categories.length * data.length === 0) return made;
  if (data.length > categories.length)
    return { ...made, axis_config: { ...axis, categories: data.map((point) => point['label']) } };
  if (!data.every((point) => typeof point === 'object')) return made;
  const points = categories.map((label: unknown) => ({ label, value: 1 }));
  return { ...made, series: series.map((one) => ({ ...one, data: points })) };
};

/** The smallest valid object with these fields given. */
export const sampleOf = ({ kind, name, spec }: Named, given: Loose = {}): Loose => {
  const required = Object.entries<Field>(spec).flatMap(([field, rule]) =>
    rule.required && !(field in given) ? [[field, sample(rule)] as const] : [],
  );
  const choice = ONE_OF[name]?.of ?? [];
  const first = choice.some((field) => field in given) ? undefined : choice[0];
  return mended(name, {
    ...(kind === 'object' ? {} : { type: name }),
    ...Object.fromEntries(required),
    ...(first !== undefined && { [first]: sample(spec[first] as Rule) }),
    ...(given['default_collapsed'] === true && { is_collapsible: true }),
    ...given,
  });
};

/** The smallest valid element of a type, for other tests. */
export const sampleElement = (type: string): Loose => sampleTyped('element', type);
