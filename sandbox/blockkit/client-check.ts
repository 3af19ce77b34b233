import type { StateValues } from '../page-api.ts';
import type { Block } from '../world/types.ts';
import { isRecord } from './check.ts';
import { type ClientTexts, clientTexts } from './client-texts.ts';
import { valueField } from './state.ts';
import { type Placed, placedElements } from './walk.ts';

type Element = Placed['element'];
type Check = (text: string, element: Element, say: ClientTexts) => string | null;

const isEmpty = (value: unknown): boolean =>
  value === null || value === undefined || value === '' || (Array.isArray(value) && value.length === 0);

const checkNumber: Check = (text, element, say) => {
  const [min, max] = [element['min_value'], element['max_value']];
  const pattern = element['is_decimal_allowed'] === true ? /^-?\d+(\.\d+)?$/ : /^-?\d+$/;
  if (!pattern.test(text)) return say.number;
  if (min !== undefined && Number(text) < Number(min)) return say.atLeast(String(min));
  return max !== undefined && Number(text) > Number(max) ? say.atMost(String(max)) : null;
};

const checkText: Check = (text, element, say) => {
  const min = typeof element['min_length'] === 'number' ? element['min_length'] : 0;
  const max = typeof element['max_length'] === 'number' ? element['max_length'] : 3_000;
  if (text.length < min) return say.shortest(min);
  return text.length > max ? say.longest(max) : null;
};

const CHECKS: Readonly<Record<string, Check>> = {
  plain_text_input: checkText,
  number_input: checkNumber,
  email_text_input: (text, _element, say) => (/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(text) ? null : say.email),
  url_text_input: (text, _element, say) => (URL.canParse(text) ? null : say.url),
};

const fault = (value: unknown, element: Element, say: ClientTexts): string | null => {
  const most = element['max_selected_items'];
  if (Array.isArray(value)) return typeof most === 'number' && value.length > most ? say.mostItems(most) : null;
  return typeof value === 'string' ? (CHECKS[element.type]?.(value, element, say) ?? null) : null;
};

/** What Slack's own client refuses before it sends a form: by block_id (Slack contract 3.2, 5.4). @param locale the reader's. */
export const clientFaults = (
  blocks: readonly Block[],
  state: StateValues,
  locale: string | null,
): Readonly<Record<string, string>> => {
  const say = clientTexts(locale);
  const faults: Record<string, string> = {};
  for (const { block, element } of placedElements(blocks).filter((one) => one.block.type === 'input')) {
    const field = valueField(element.type);
    const given = state[block.block_id]?.[element.action_id];
    const value = field !== null && isRecord(given) ? given[field] : null;
    const missing = block['optional'] === true ? null : say.required;
    const text = isEmpty(value) ? missing : fault(value, element, say);
    if (text !== null) faults[block.block_id] = text;
  }
  return faults;
};
