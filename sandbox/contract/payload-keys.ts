import { ANSWER_KEYS } from './keys/answers.ts';
import { EVENT_KEYS } from './keys/events.ts';
import { INTERACTION_KEYS } from './keys/interactions.ts';
import type { KeySets } from './keys/key-set.ts';
import { OBJECT_KEYS } from './keys/objects.ts';
import type { Loose } from './rule-types.ts';

/** Every key set of what the sandbox sends, each with the page it comes from. */
const KEY_SETS: KeySets = { ...OBJECT_KEYS, ...INTERACTION_KEYS, ...EVENT_KEYS, ...ANSWER_KEYS };

const isRecord = (value: unknown): value is Loose =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Some objects come in several kinds, told apart by what they say of themselves. */
const kindOf = (name: string, value: Loose): string => {
  if (name === 'channel' && value['is_im'] === true) return 'im';
  if (name !== 'user') return name;
  if (value['is_stranger'] !== undefined) return 'stranger';
  return value['deleted'] === true ? 'deactivated' : name;
};

/** Under which name the keys of an event are listed: its type and subtype. */
export const eventName = (event: Loose): string => {
  if (event['subtype'] !== undefined) return `event ${String(event['type'])}/${String(event['subtype'])}`;
  return event['type'] === 'message' && event['bot_id'] !== undefined
    ? 'event message by app'
    : `event ${String(event['type'])}`;
};

/** Under which name the keys of a delivery are listed. */
export const deliveryName = (payload: Loose): string => {
  const type = payload['type'];
  if (type === undefined) return 'slash_commands';
  if (type !== 'block_actions' && type !== 'block_suggestion') return String(type);
  const { container, view } = payload;
  if (isRecord(view)) return `${type} in ${String(view['type'])}`;
  return `${type} in ${isRecord(container) && container['is_ephemeral'] === true ? 'ephemeral' : 'message'}`;
};

/** Keys that are missing, or not listed, in an object sent under this name, each with its path. */
export const keyFaults = (name: string, value: Loose, path = ''): readonly string[] => {
  const kind = kindOf(name, value);
  const set = KEY_SETS[kind];
  if (!set) return [`${path || '/'}: no keys are listed for "${kind}"`];
  const missing = set.required.filter((key) => value[key] === undefined).map((key) => `${path}/${key} is missing`);
  const known = new Set([...set.required, ...set.optional]);
  const unknown = Object.keys(value).filter((key) => value[key] !== undefined && !known.has(key));
  const deeper = Object.entries(set.inside).flatMap(([key, inner]) =>
    [value[key]].flat().flatMap((one) => (isRecord(one) ? keyFaults(inner, one, `${path}/${key}`) : [])),
  );
  const event = kind === 'event_callback' && isRecord(value['event']) ? value['event'] : null;
  const within = event ? keyFaults(eventName(event), event, `${path}/event`) : [];
  return [...missing, ...unknown.map((key) => `${path}/${key} is not listed`), ...deeper, ...within];
};
