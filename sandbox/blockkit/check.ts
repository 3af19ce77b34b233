import { ELEMENTS } from '../contract/elements.ts';
import { OBJECTS } from '../contract/objects.ts';
import type { Field, Problem, Rule, Spec } from '../contract/rule-types.ts';
import { crossElement } from './cross-elements.ts';

type Out = (pointer: string, message: string) => void;
type Record_ = Readonly<Record<string, unknown>>;

export const isRecord = (value: unknown): value is Record_ =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const checkLength = (value: string, min: number, max: number, pointer: string, out: Out): void => {
  if (value.length > max) out(pointer, `must be less than ${max + 1} characters`);
  if (value.length < min)
    out(pointer, min === 1 ? 'must be more than 0 characters' : `must be at least ${min} characters`);
};

const checkText = (value: unknown, max: number, plain: boolean, pointer: string, out: Out): void => {
  if (!isRecord(value)) return out(pointer, 'must be a text object');
  const type = value['type'];
  if (type !== 'plain_text' && (plain || type !== 'mrkdwn'))
    return out(`${pointer}/type`, plain ? 'must be plain_text' : 'unsupported type');
  const known = type === 'plain_text' ? ['type', 'text', 'emoji'] : ['type', 'text', 'verbatim'];
  for (const key of Object.keys(value))
    if (!known.includes(key)) out(`${pointer}/${key}`, `invalid additional property: ${key}`);
  if (typeof value['text'] !== 'string') return out(`${pointer}/text`, 'missing required field: text');
  checkLength(value['text'], 1, max, `${pointer}/text`, out);
};

const checkString = (value: unknown, rule: Extract<Rule, { is: 'string' }>, pointer: string, out: Out): void => {
  if (typeof value !== 'string') return out(pointer, 'must be a string');
  checkLength(value, rule.min ?? 0, rule.max ?? Number.POSITIVE_INFINITY, pointer, out);
  if (rule.pattern && !rule.pattern.test(value)) out(pointer, 'has an invalid format');
  if (rule.oneOf && !rule.oneOf.includes(value)) out(pointer, `must be one of: ${rule.oneOf.join(', ')}`);
};

const checkNumber = (value: unknown, rule: Extract<Rule, { is: 'number' }>, pointer: string, out: Out): void => {
  if (typeof value !== 'number' || !Number.isFinite(value)) return out(pointer, 'must be a number');
  if (rule.min !== undefined && value < rule.min) out(pointer, `must be at least ${rule.min}`);
  if (rule.max !== undefined && value > rule.max) out(pointer, `must be at most ${rule.max}`);
};

const checkList = (value: unknown, rule: Extract<Rule, { is: 'list' }>, pointer: string, out: Out): void => {
  if (!Array.isArray(value)) return out(pointer, 'must be an array');
  if (value.length > rule.max) out(pointer, `no more than ${rule.max} items allowed`);
  if (value.length < rule.min) out(pointer, `no fewer than ${rule.min} items allowed`);
  value.forEach((item, index) => {
    checkRule(item, rule.of, `${pointer}/${index}`, out);
  });
};

const checkElement = (value: unknown, allowed: readonly string[], pointer: string, out: Out): void => {
  if (!isRecord(value)) return out(pointer, 'must be an object');
  const type = String(value['type']);
  if (!allowed.includes(type)) return out(`${pointer}/type`, `unsupported type: ${type}`);
  if (type === 'plain_text' || type === 'mrkdwn') return checkText(value, 3_000, false, pointer, out);
  if (type === 'rich_text') return;
  if (type === 'raw_text' || type === 'raw_number') return checkFields(value, OBJECTS[type], pointer, out);
  if (!Object.hasOwn(ELEMENTS, type)) return out(`${pointer}/type`, `unsupported type: ${type}`);
  checkFields(
    value,
    { type: { is: 'string', required: true }, ...ELEMENTS[type as keyof typeof ELEMENTS] },
    pointer,
    out,
  );
  crossElement(value, pointer, out);
};

const checkRule = (value: unknown, rule: Rule, pointer: string, out: Out): void => {
  if (rule.is === 'text') return checkText(value, rule.max, rule.plain === true, pointer, out);
  if (rule.is === 'string') return checkString(value, rule, pointer, out);
  if (rule.is === 'number') return checkNumber(value, rule, pointer, out);
  if (rule.is === 'list') return checkList(value, rule, pointer, out);
  if (rule.is === 'element') return checkElement(value, rule.of, pointer, out);
  if (rule.is === 'boolean' && typeof value !== 'boolean') return out(pointer, 'must be a boolean');
  if (rule.is !== 'object') return;
  if (!isRecord(value)) return out(pointer, 'must be an object');
  checkFields(value, OBJECTS[rule.of as keyof typeof OBJECTS], pointer, out);
};

/** Checks an object's fields against its specification: none missing, none unknown, each within its limits. */
export const checkFields = (value: Record_, spec: Spec, pointer: string, out: Out): void => {
  for (const [name, field] of Object.entries<Field>(spec)) {
    const given = value[name];
    if (given === undefined) {
      if (field.required) out(`${pointer}/${name}`, `missing required field: ${name}`);
    } else checkRule(given, field, `${pointer}/${name}`, out);
  }
  for (const name of Object.keys(value)) {
    if (!Object.hasOwn(spec, name)) out(`${pointer}/${name}`, `invalid additional property: ${name}`);
  }
};

/** Collects problems; used by the two validators. */
export const collector = (): { readonly problems: Problem[]; readonly out: Out } => {
  const problems: Problem[] = [];
  return { problems, out: (pointer, message) => problems.push({ pointer, message }) };
};
