import { BLOCKS } from '../contract/blocks.ts';
import { ELEMENTS } from '../contract/elements.ts';
import { OBJECTS } from '../contract/objects.ts';
import { ONE_OF } from '../contract/one-of.ts';
import { PARTS } from '../contract/parts.ts';
import type { Field, Loose, Out, Problem, Rule, Spec, Specs } from '../contract/rule-types.ts';
import { CROSS } from './cross.ts';
import { isRecord } from './values.ts';

export { isRecord } from './values.ts';

type Is<Kind extends Rule['is']> = Extract<Rule, { is: Kind }>;

/** The field a pointer leads to, indexes left out: `fields` of `/blocks/0/fields/3`. */
const fieldOf = (pointer: string): string => pointer.split('/').findLast((part) => !/^\d*$/.test(part)) ?? 'value';

const checkLength = (value: string, min: number, max: number, pointer: string, out: Out): void => {
  const field = fieldOf(pointer);
  if (value.length > max) out(pointer, `must be less than ${max + 1} characters`, `${field}_too_long`);
  if (value.length < min) out(pointer, `must be more than ${min - 1} characters`, `${field}_too_short`);
};

const checkText = (value: unknown, rule: Is<'text'>, pointer: string, out: Out): void => {
  if (!isRecord(value)) return out(pointer, 'must be a text object', 'wrong_type');
  const type = value['type'];
  const allowed = ['plain_text', 'mrkdwn'].filter(
    (one) => one !== (rule.plain ? 'mrkdwn' : rule.mrkdwn && 'plain_text'),
  );
  if (typeof type !== 'string' || !allowed.includes(type))
    return out(
      `${pointer}/type`,
      `must be ${allowed.join(' or ')}`,
      rule.plain ? 'plain_text_only' : 'wrong_text_type',
    );
  const flag = type === 'plain_text' ? 'emoji' : 'verbatim';
  checkFields(value, { type: { is: 'string' }, text: { is: 'anything' }, [flag]: { is: 'boolean' } }, pointer, out);
  if (typeof value['text'] !== 'string') return out(`${pointer}/text`, 'missing required field: text', 'missing_text');
  const { length } = value['text'];
  const field = fieldOf(pointer);
  if (length > rule.max) out(`${pointer}/text`, `must be less than ${rule.max + 1} characters`, `${field}_too_long`);
  if (length === 0) out(`${pointer}/text`, 'must be more than 0 characters', 'empty_text');
};

const checkString = (value: unknown, rule: Is<'string'>, pointer: string, out: Out): void => {
  if (typeof value !== 'string') return out(pointer, 'must be a string', 'wrong_type');
  checkLength(value, rule.min ?? 0, rule.max ?? Number.POSITIVE_INFINITY, pointer, out);
  const bad = `invalid_${fieldOf(pointer)}`;
  if (rule.pattern && !rule.pattern.test(value)) out(pointer, 'has an invalid format', bad);
  if (rule.oneOf && !rule.oneOf.includes(value))
    out(pointer, `must be one of: ${rule.oneOf.slice(0, 8).join(', ')}`, bad);
};

const checkNumber = (value: unknown, rule: Is<'number'>, pointer: string, out: Out): void => {
  if (typeof value !== 'number' || !Number.isFinite(value)) return out(pointer, 'must be a number', 'wrong_type');
  if (!rule.decimal && !Number.isInteger(value)) out(pointer, 'must be an integer', 'wrong_type');
  const beyond = `${fieldOf(pointer)}_out_of_range`;
  if (rule.min !== undefined && value < rule.min) out(pointer, `must be at least ${rule.min}`, beyond);
  if (rule.max !== undefined && value > rule.max) out(pointer, `must be at most ${rule.max}`, beyond);
};

const checkList = (value: unknown, rule: Is<'list'>, pointer: string, out: Out): void => {
  if (!Array.isArray(value)) return out(pointer, 'must be an array', 'wrong_type');
  const field = fieldOf(pointer);
  if (rule.max !== undefined && value.length > rule.max)
    out(pointer, `no more than ${rule.max} items allowed`, `too_many_${field}`);
  if (value.length < rule.min) out(pointer, `no fewer than ${rule.min} items allowed`, `too_few_${field}`);
  value.forEach((item, index) => {
    checkRule(item, rule.of, `${pointer}/${index}`, out);
  });
};

const pick = (specs: Specs, name: string): Spec | undefined => (Object.hasOwn(specs, name) ? specs[name] : undefined);

/** The fields of a block, wherever it may stand; `undefined` for one that is not known. */
export const blockFields = (type: string): Spec | undefined =>
  Object.hasOwn(BLOCKS, type) ? BLOCKS[type as keyof typeof BLOCKS].fields : undefined;

const checkTyped = (value: unknown, { is, of }: Is<'element' | 'block'>, pointer: string, out: Out): void => {
  if (!isRecord(value)) return out(pointer, 'must be an object', 'wrong_type');
  const type = String(value['type']);
  if (!of.includes(type)) return out(`${pointer}/type`, `unsupported type: ${type}`, `${is}_not_allowed`);
  if (type === 'plain_text' || type === 'mrkdwn') return checkText(value, { is: 'text', max: 3_000 }, pointer, out);
  const spec = (is === 'element' && (pick(ELEMENTS, type) ?? pick(PARTS, type))) || blockFields(type);
  if (!spec) return out(`${pointer}/type`, `unsupported type: ${type}`, `unknown_${is}`);
  checkObject(type, value, { type: { is: 'string', required: true }, ...spec }, pointer, out);
};

const checkRule = (value: unknown, rule: Rule, pointer: string, out: Out): void => {
  if (rule.is === 'text') return checkText(value, rule, pointer, out);
  if (rule.is === 'string') return checkString(value, rule, pointer, out);
  if (rule.is === 'number') return checkNumber(value, rule, pointer, out);
  if (rule.is === 'list') return checkList(value, rule, pointer, out);
  if (rule.is === 'element' || rule.is === 'block') return checkTyped(value, rule, pointer, out);
  if (rule.is === 'boolean' && typeof value !== 'boolean') return out(pointer, 'must be a boolean', 'wrong_type');
  if (rule.is !== 'object') return;
  if (!isRecord(value)) return out(pointer, 'must be an object', 'wrong_type');
  checkObject(rule.of, value, OBJECTS[rule.of as keyof typeof OBJECTS], pointer, out);
};

/** Checks an object's fields against its specification: none missing, none unknown, each within its limits. */
export const checkFields = (value: Loose, spec: Spec, pointer: string, out: Out): void => {
  for (const [name, field] of Object.entries<Field>(spec)) {
    const given = value[name];
    if (given !== undefined) checkRule(given, field, `${pointer}/${name}`, out);
    else if (field.required) out(`${pointer}/${name}`, `missing required field: ${name}`, `missing_${name}`);
  }
  for (const name of Object.keys(value)) {
    if (!Object.hasOwn(spec, name)) out(`${pointer}/${name}`, `invalid additional property: ${name}`, 'unknown_field');
  }
};

/** Checks the fields, and the rules between them, of an object with a name in the tables. */
export const checkObject = (name: string, value: Loose, spec: Spec, pointer: string, out: Out): void => {
  checkFields(value, spec, pointer, out);
  const choice = ONE_OF[name];
  const given = choice?.of.filter((field) => value[field] !== undefined).length ?? 1;
  if (given === 0 || (given > 1 && choice?.exactly)) {
    const which = choice?.of.join(', ');
    out(
      pointer,
      choice?.exactly ? `exactly one of ${which} is required` : `missing required field: one of ${which}`,
      given === 0 ? `missing_${choice?.of[0]}` : `more_than_one_of_${choice?.of.join('_')}`,
    );
  }
  CROSS[name]?.(value, pointer, out);
};

/** Collects problems; used by the validators. */
export const collector = (): { readonly problems: Problem[]; readonly out: Out } => {
  const problems: Problem[] = [];
  return { problems, out: (pointer, message, rule) => problems.push({ pointer, message, rule }) };
};
