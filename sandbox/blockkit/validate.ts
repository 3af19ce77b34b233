import { AT_MOST, BLOCKS } from '../contract/blocks.ts';
import { MESSAGE, VIEW } from '../contract/limits.ts';
import { SUGGESTED } from '../contract/objects.ts';
import type { Loose, Out, Problem, Surface } from '../contract/rule-types.ts';
import { VIEWS } from '../contract/views.ts';
import { blockFields, checkFields, checkObject, collector } from './check.ts';
import { isRecord, listed, textLength } from './values.ts';
import { elementsOf, withChildren } from './walk.ts';

const inInput = (block: Loose, surface: Surface, pointer: string, out: Out): void => {
  const element = isRecord(block['element']) ? block['element'] : {};
  if (element['type'] !== 'file_input') return;
  if (surface !== 'modal') out(`${pointer}/element`, 'file_input is for modals only', 'element_not_allowed');
  if (block['dispatch_action'] === true)
    out(`${pointer}/dispatch_action`, 'not allowed with file_input', 'dispatch_action_with_file_input');
};

/** Rules of one block that depend on where it stands, and on the elements in it together. */
const inPlace = (block: Loose, surface: Surface, pointer: string, out: Out): void => {
  const isInput = block['type'] === 'input';
  if (isInput) inInput(block, surface, pointer, out);
  const elements = elementsOf(block);
  if ((!isInput || surface !== 'modal') && elements.some((one) => one['response_url_enabled'] !== undefined))
    out(pointer, 'response_url_enabled is for modal inputs only', 'response_url_not_allowed');
  const ids = elements.map((one) => one['action_id']).filter((id) => id !== undefined);
  for (const id of new Set(ids.filter((one, index) => ids.indexOf(one) !== index)))
    out(pointer, `action_id "${String(id)}" already exists for this block`, 'duplicate_action_id');
};

const checkBlock = (block: unknown, surface: Surface, pointer: string, out: Out): void => {
  if (!isRecord(block)) return out(pointer, 'must be an object', 'wrong_type');
  const type = String(block['type']);
  const fields = blockFields(type);
  if (!fields) return out(`${pointer}/type`, `unsupported type: ${type}`, 'unknown_block');
  if (!BLOCKS[type as keyof typeof BLOCKS].surfaces.includes(surface))
    return out(`${pointer}/type`, `unsupported type: ${type}`, 'block_not_allowed');
  checkObject(type, block, { type: { is: 'string', required: true }, ...fields }, pointer, out);
  inPlace(block, surface, pointer, out);
  for (const child of withChildren([block]).slice(1)) inPlace(child, surface, pointer, out);
};

const uniqueIds = (blocks: readonly unknown[], base: string, out: Out): void => {
  const seen = new Set<unknown>();
  blocks.forEach((block, index) => {
    for (const { block_id: id } of isRecord(block) ? withChildren([block]) : []) {
      if (id !== undefined && seen.has(id))
        out(`${base}/${index}/block_id`, `block_id "${String(id)}" already exists`, 'duplicate_block_id');
      seen.add(id);
    }
  });
};

const counted = (blocks: readonly unknown[], base: string, out: Out): void => {
  const all = withChildren(blocks.filter(isRecord));
  for (const { types, max } of AT_MOST) {
    if (all.filter((one) => types.includes(String(one['type']))).length > max)
      out(base, `no more than ${max} of ${types.join(', ')} allowed`, `too_many_${types[0]}_blocks`);
  }
  if (textLength(all.filter((one) => one['type'] === 'markdown')) > MESSAGE.markdownText)
    out(
      base,
      `markdown blocks must hold less than ${MESSAGE.markdownText + 1} characters together`,
      'markdown_too_long',
    );
};

const checkBlocks = (blocks: unknown, surface: Surface, base: string, out: Out): void => {
  if (!Array.isArray(blocks)) return out(base, 'must be an array', 'wrong_type');
  const [min, max] = surface === 'message' ? [0, MESSAGE.blocks] : [1, VIEW.blocks];
  if (blocks.length > max) out(base, `no more than ${max} items allowed`, 'too_many_blocks');
  if (blocks.length < min) out(base, `no fewer than ${min} items allowed`, 'too_few_blocks');
  blocks.forEach((block, index) => {
    checkBlock(block, surface, `${base}/${index}`, out);
  });
  uniqueIds(blocks, base, out);
  counted(blocks, base, out);
};

/** All faults of a message's (or view's) blocks against Slack contract 5.3 and 5.4; empty when Slack would take them. */
export const validateBlocks = (blocks: unknown, surface: Surface): readonly Problem[] => {
  const { problems, out } = collector();
  checkBlocks(blocks, surface, '/blocks', out);
  return problems;
};

/** Whether a message's blocks hold more text than Slack takes (`msg_blocks_too_long`, Slack contract 5.4). */
export const blocksTooLong = (blocks: unknown): boolean => textLength(blocks) > MESSAGE.blockText;

const focused = (value: unknown): number => {
  if (Array.isArray(value)) return value.reduce<number>((sum, item) => sum + focused(item), 0);
  if (!isRecord(value)) return 0;
  return (value['focus_on_load'] === true ? 1 : 0) + focused(Object.values(value));
};

/** All faults of a modal or Home view (Slack contract 5.2 to 5.4). */
export const validateView = (view: unknown, kind: 'modal' | 'home'): readonly Problem[] => {
  const { problems, out } = collector();
  if (!isRecord(view)) return [{ pointer: '/view', message: 'must be an object', rule: 'wrong_type' }];
  if (view['type'] !== kind) out('/view/type', `must be ${kind}`, 'wrong_view_type');
  checkFields(view, VIEWS[kind], '/view', out);
  if (view['blocks'] !== undefined) checkBlocks(view['blocks'], kind, '/view/blocks', out);
  const blocks = listed(view['blocks']);
  const hasInput = blocks.some((block) => isRecord(block) && block['type'] === 'input');
  if (kind === 'modal' && hasInput && view['submit'] === undefined)
    out('/view/submit', 'submit is required when there are input blocks', 'missing_submit');
  if (focused(blocks) > 1) out('/view/blocks', 'only one element may have focus_on_load', 'two_elements_focused');
  return problems;
};

/** Whether the whole view is more than Slack takes (`view_too_large`). */
export const viewTooLarge = (view: unknown): boolean => Buffer.byteLength(JSON.stringify(view)) > VIEW.bytes;

/** All faults of an app's answer to `block_suggestion` (Slack contract 5.1, 5.4). */
export const validateSuggestion = (body: unknown): readonly Problem[] => {
  const { problems, out } = collector();
  checkObject('suggested', isRecord(body) ? body : {}, SUGGESTED, '', out);
  return problems;
};
