import { ELEMENTS } from '../../../sandbox/contract/elements.ts';
import { OBJECTS } from '../../../sandbox/contract/objects.ts';
import type { Field, Rule, Spec } from '../../../sandbox/contract/rule-types.ts';

type Loose = Readonly<Record<string, unknown>>;

const text = (length: number) => ({ type: 'plain_text', text: 'ł'.repeat(length) });
const option = { text: text(1), value: 'a' };

/** What cannot be left out although no single field is required. */
const NEEDED: Readonly<Record<string, Loose>> = {
  section: { text: text(1) },
  image: { image_url: 'https://przyklad.example/a.png' },
  static_select: { options: [option] },
  multi_static_select: { options: [option] },
  raw_text: { type: 'raw_text' },
  raw_number: { type: 'raw_number' },
};

/** A value of this sort: the smallest, or of exactly `size` (characters, items, or the number itself). */
export const sample = (rule: Rule, size?: number): unknown => {
  if (rule.is === 'text') return text(size ?? 1);
  if (rule.is === 'string') return rule.oneOf?.[0] ?? 'a'.repeat(size ?? 1);
  if (rule.is === 'number') return size ?? rule.min ?? 1;
  if (rule.is === 'boolean') return true;
  if (rule.is === 'list') return Array.from({ length: size ?? Math.max(1, rule.min) }, () => sample(rule.of));
  if (rule.is === 'object') return sampleObject(rule.of, OBJECTS[rule.of as keyof typeof OBJECTS]);
  if (rule.is === 'element') return sampleElement(rule.of[0] ?? 'button');
  return {};
};

/** The smallest valid object of a specification. */
export const sampleObject = (name: string, spec: Spec): Loose => ({
  ...Object.fromEntries(
    Object.entries<Field>(spec).flatMap(([field, rule]) => (rule.required ? [[field, sample(rule)]] : [])),
  ),
  ...NEEDED[name],
});

/** The smallest valid element of a type. */
export const sampleElement = (type: string): Loose => {
  if (type === 'plain_text' || type === 'mrkdwn') return { type, text: 'a' };
  if (type === 'raw_text' || type === 'raw_number') return sampleObject(type, OBJECTS[type]);
  return { type, ...sampleObject(type, ELEMENTS[type as keyof typeof ELEMENTS]) };
};

/** The greatest size a field takes, if it has one. */
export const greatest = (rule: Rule): number | undefined =>
  rule.is === 'text' || 'max' in rule ? rule.max : undefined;
