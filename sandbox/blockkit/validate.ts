import { AT_MOST, BLOCKS, TABLE_TEXT } from '../contract/blocks.ts';
import { MESSAGE, VIEW } from '../contract/limits.ts';
import type { Problem, Surface } from '../contract/rule-types.ts';
import { checkFields, collector, isRecord } from './check.ts';
import { textLength } from './walk.ts';

type Out = (pointer: string, message: string) => void;
type Loose = Readonly<Record<string, unknown>>;

const crossInput = (block: Loose, surface: Surface, pointer: string, out: Out): void => {
  const element = isRecord(block['element']) ? block['element'] : {};
  if (element['type'] !== 'file_input') return;
  if (surface !== 'modal') out(`${pointer}/element`, 'file_input is for modals only');
  if (block['dispatch_action'] === true) out(`${pointer}/dispatch_action`, 'not allowed with file_input');
};

const listed = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);

/** `response_url_enabled` stands in the inputs of modals only. */
const crossResponseUrl = (block: Loose, surface: Surface, pointer: string, out: Out): void => {
  const outside = [block['accessory'], ...listed(block['elements'])];
  for (const one of surface === 'modal' ? outside : [...outside, block['element']]) {
    if (isRecord(one) && one['response_url_enabled'] !== undefined)
      out(pointer, 'response_url_enabled is for modal inputs only');
  }
};

const crossBlock = (block: Loose, surface: Surface, pointer: string, out: Out): void => {
  const type = block['type'];
  if (type === 'section' && block['text'] === undefined && block['fields'] === undefined) {
    out(pointer, 'missing required field: text');
  }
  if (type === 'image' && (block['image_url'] === undefined) === (block['slack_file'] === undefined)) {
    out(pointer, 'exactly one of image_url and slack_file is required');
  }
  if (type === 'table' && textLength(block) > TABLE_TEXT) {
    out(`${pointer}/rows`, `the text of a table must be less than ${TABLE_TEXT + 1} characters`);
  }
  crossInput(block, surface, pointer, out);
  crossResponseUrl(block, surface, pointer, out);
};

const checkBlock = (block: unknown, surface: Surface, pointer: string, out: Out): void => {
  if (!isRecord(block)) return out(pointer, 'must be an object');
  const type = String(block['type']);
  const spec = Object.hasOwn(BLOCKS, type) ? BLOCKS[type as keyof typeof BLOCKS] : undefined;
  if (!spec?.surfaces.includes(surface)) return out(`${pointer}/type`, `unsupported type: ${type}`);
  checkFields(block, { type: { is: 'string', required: true }, ...spec.fields }, pointer, out);
  crossBlock(block, surface, pointer, out);
  const ids = [
    block['element'],
    block['accessory'],
    ...(Array.isArray(block['elements']) ? block['elements'] : []),
  ].map((one) => (isRecord(one) ? one['action_id'] : undefined));
  ids.forEach((id, index) => {
    if (id !== undefined && ids.indexOf(id) !== index)
      out(pointer, `action_id "${String(id)}" already exists for this block`);
  });
};

const uniqueBlockIds = (blocks: readonly unknown[], base: string, out: Out): void => {
  const seen = new Set<unknown>();
  blocks.forEach((block, index) => {
    const id = isRecord(block) ? block['block_id'] : undefined;
    if (id !== undefined && seen.has(id)) out(`${base}/${index}/block_id`, `block_id "${String(id)}" already exists`);
    seen.add(id);
  });
};

const countedBlocks = (blocks: readonly unknown[], base: string, out: Out): void => {
  const types = blocks.map((block) => (isRecord(block) ? String(block['type']) : ''));
  for (const { types: counted, max } of AT_MOST) {
    if (types.filter((type) => counted.includes(type)).length > max)
      out(base, `no more than ${max} of ${counted.join(', ')} allowed`);
  }
  const markdown = blocks.filter((block) => isRecord(block) && block['type'] === 'markdown');
  if (textLength(markdown) > MESSAGE.markdownText)
    out(base, `markdown blocks must hold less than ${MESSAGE.markdownText + 1} characters together`);
};

const checkBlocks = (blocks: unknown, surface: Surface, min: number, base: string, out: Out): void => {
  if (!Array.isArray(blocks)) return out(base, 'must be an array');
  const max = surface === 'message' ? MESSAGE.blocks : VIEW.blocks;
  if (blocks.length > max) out(base, `no more than ${max} items allowed`);
  if (blocks.length < min) out(base, `no fewer than ${min} items allowed`);
  blocks.forEach((block, index) => {
    checkBlock(block, surface, `${base}/${index}`, out);
  });
  uniqueBlockIds(blocks, base, out);
  countedBlocks(blocks, base, out);
};

/** All faults of a message's (or view's) blocks against Slack contract 5.3 and 5.4; empty when Slack would take them. */
export const validateBlocks = (blocks: unknown, surface: Surface): readonly Problem[] => {
  const { problems, out } = collector();
  checkBlocks(blocks, surface, surface === 'message' ? 0 : 1, '/blocks', out);
  return problems;
};

/** Whether a message's blocks hold more text than Slack takes (`msg_blocks_too_long`, Slack contract 5.4). */
export const blocksTooLong = (blocks: unknown): boolean => textLength(blocks) > MESSAGE.blockText;

const COMMON = {
  type: { is: 'string', required: true },
  blocks: { is: 'anything', required: true },
  private_metadata: { is: 'string', max: VIEW.privateMetadata },
  callback_id: { is: 'string', max: VIEW.callbackId },
  external_id: { is: 'string', max: VIEW.externalId },
} as const;
const MODAL = {
  ...COMMON,
  title: { is: 'text', max: VIEW.title, plain: true, required: true },
  submit: { is: 'text', max: VIEW.submit, plain: true },
  close: { is: 'text', max: VIEW.close, plain: true },
  clear_on_close: { is: 'boolean' },
  notify_on_close: { is: 'boolean' },
  submit_disabled: { is: 'boolean' },
} as const;

const focused = (value: unknown): number => {
  if (Array.isArray(value)) return value.reduce<number>((sum, item) => sum + focused(item), 0);
  if (!isRecord(value)) return 0;
  return (value['focus_on_load'] === true ? 1 : 0) + focused(Object.values(value));
};

/** All faults of a modal or Home view (Slack contract 5.2 to 5.4). */
export const validateView = (view: unknown, kind: 'modal' | 'home'): readonly Problem[] => {
  const { problems, out } = collector();
  if (!isRecord(view)) return [{ pointer: '/view', message: 'must be an object' }];
  if (view['type'] !== kind) out('/view/type', `must be ${kind}`);
  checkFields(view, kind === 'modal' ? MODAL : COMMON, '/view', out);
  checkBlocks(view['blocks'], kind, 1, '/view/blocks', out);
  const blocks = Array.isArray(view['blocks']) ? view['blocks'] : [];
  const hasInput = blocks.some((block) => isRecord(block) && block['type'] === 'input');
  if (kind === 'modal' && hasInput && view['submit'] === undefined)
    out('/view/submit', 'submit is required when there are input blocks');
  if (focused(blocks) > 1) out('/view/blocks', 'only one element may have focus_on_load');
  return problems;
};

/** Whether the whole view is more than Slack takes (`view_too_large`). */
export const viewTooLarge = (view: unknown): boolean => Buffer.byteLength(JSON.stringify(view)) > VIEW.bytes;
