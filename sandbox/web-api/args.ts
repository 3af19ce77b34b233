import type { ArgType, MethodSpec } from '../contract/method-types.ts';
import { COMMON_ARGS } from '../contract/method-types.ts';
import type { Json } from '../world/types.ts';
import { type Args, refuse } from './call.ts';

const asBoolean = (value: unknown): boolean | undefined => {
  if (typeof value === 'boolean') return value;
  if (value === 'true' || value === '1' || value === 1) return true;
  return value === 'false' || value === '0' || value === 0 ? false : undefined;
};

const asJson = (value: unknown): unknown => {
  if (typeof value !== 'string') return value;
  try {
    return JSON.parse(value);
  } catch {
    return undefined;
  }
};

/** A list written with commas, or one as JSON. */
const asIds = (given: unknown): readonly string[] | undefined => {
  const value = typeof given === 'string' && given.startsWith('[') ? asJson(given) : given;
  if (Array.isArray(value)) return value.map(String);
  return typeof value === 'string' ? value.split(',').filter(Boolean) : undefined;
};

const convert = (value: unknown, type: ArgType): unknown => {
  if (type === 'string') return typeof value === 'string' ? value : undefined;
  if (type === 'boolean') return asBoolean(value);
  if (type === 'json') return asJson(value);
  if (type === 'ids') return asIds(value);
  const number = Number(value);
  return Number.isFinite(number) ? number : undefined;
};

const invalid = (name: string, message: string, rule: string): never =>
  refuse(
    'invalid_arguments',
    { response_metadata: { messages: [`[ERROR] ${message}: ${name} [json-pointer:/${name}]`] } },
    [{ pointer: `/${name}`, message, rule }],
  );

/** Names this method does not know: Slack ignores them, so each is a slip that production hides. */
export const unknownArgs = (spec: MethodSpec, given: Json): readonly string[] =>
  Object.keys(given).filter((name) => !Object.hasOwn(spec.args, name) && !Object.hasOwn(COMMON_ARGS, name));

/** Reads the arguments by the contract's types. @throws Refusal `invalid_arguments` for a missing or malformed one. */
export const readArgs = (spec: MethodSpec, given: Json): Args => {
  const values: Record<string, unknown> = {};
  for (const [name, type] of Object.entries(spec.args)) {
    if (given[name] === undefined || given[name] === null) continue;
    const value = convert(given[name], type);
    if (value === undefined) invalid(name, 'invalid value for', 'invalid_argument');
    values[name] = value;
  }
  for (const name of spec.required) {
    if (values[name] === undefined || values[name] === '') invalid(name, 'missing required field', 'missing_argument');
  }
  const optional = (name: string) => values[name] as string | undefined;
  return {
    raw: values,
    text: (name) => optional(name) ?? '',
    optional,
    flag: (name) => values[name] === true,
    number: (name) => values[name] as number | undefined,
    ids: (name) => (values[name] as readonly string[] | undefined) ?? [],
    json: (name) => values[name],
  };
};
