import type { Specs } from './rule-types.ts';

const STYLE = { style: { is: 'object', of: 'rich_style' } } as const;
const RICH = {
  is: 'element',
  of: ['text', 'link', 'user', 'channel', 'usergroup', 'broadcast', 'emoji', 'date', 'color', 'team'],
} as const;
const RICH_LIST = { is: 'list', min: 0, of: RICH } as const;
const BORDER = { border: { is: 'number', min: 0, max: 1 } } as const;
const ID = { is: 'string', min: 1, required: true } as const;

const LABEL = { is: 'string', min: 1, max: 20, required: true } as const;
const CARTESIAN = {
  series: { is: 'list', min: 1, max: 6, of: { is: 'object', of: 'chart_series' }, required: true },
  axis_config: { is: 'object', of: 'chart_axis', required: true },
} as const;

/** What stands inside blocks and nobody can press: cells, rich text, charts, sources (Slack contract 5.4); `type` is implied. */
export const PARTS = {
  raw_text: { text: { is: 'string', min: 1, max: 10_000, required: true } },
  raw_number: { value: { is: 'number', decimal: true, required: true }, text: { is: 'string', min: 1 } },
  url: { url: { ...ID, pattern: /^https?:\/\/\S+$/ }, text: ID },

  rich_text_section: { elements: { ...RICH_LIST, required: true } },
  rich_text_quote: { elements: { ...RICH_LIST, required: true }, ...BORDER },
  rich_text_preformatted: { elements: { ...RICH_LIST, required: true }, ...BORDER, language: { is: 'string' } },
  rich_text_list: {
    elements: { is: 'list', min: 1, of: { is: 'element', of: ['rich_text_section'] }, required: true },
    style: { is: 'string', oneOf: ['bullet', 'ordered'], required: true },
    indent: { is: 'number', min: 0, max: 8 },
    offset: { is: 'number', min: 0 },
    ...BORDER,
  },
  text: { text: ID, ...STYLE },
  link: { url: ID, text: { is: 'string' }, unsafe: { is: 'boolean' }, ...STYLE },
  user: { user_id: ID, ...STYLE },
  channel: { channel_id: ID, ...STYLE },
  usergroup: { usergroup_id: ID, ...STYLE },
  team: { team_id: ID, ...STYLE },
  color: { value: ID, ...STYLE },
  broadcast: { range: { is: 'string', oneOf: ['here', 'channel', 'everyone'], required: true }, ...STYLE },
  emoji: {
    name: ID,
    unicode: { is: 'string' },
    url: { is: 'string' },
    skin_tone: { is: 'number', min: 1, max: 6 },
    ...STYLE,
  },
  date: {
    timestamp: { is: 'number', required: true },
    format: ID,
    url: { is: 'string' },
    fallback: { is: 'string' },
    ...STYLE,
  },

  pie: { segments: { is: 'list', min: 1, max: 6, of: { is: 'object', of: 'chart_point' }, required: true } },
  bar: CARTESIAN,
  line: CARTESIAN,
  area: CARTESIAN,
} as const satisfies Specs;

/** The objects those parts are made of. */
export const PART_OBJECTS = {
  rich_style: {
    bold: { is: 'boolean' },
    italic: { is: 'boolean' },
    strike: { is: 'boolean' },
    underline: { is: 'boolean' },
    code: { is: 'boolean' },
    highlight: { is: 'boolean' },
    client_highlight: { is: 'boolean' },
    unlink: { is: 'boolean' },
  },
  chart_point: { label: LABEL, value: { is: 'number', decimal: true, required: true } },
  chart_series: {
    name: LABEL,
    data: { is: 'list', min: 1, max: 20, of: { is: 'object', of: 'chart_point' }, required: true },
  },
  chart_axis: {
    categories: { is: 'list', min: 1, max: 20, of: { is: 'string', min: 1, max: 20 }, required: true },
    x_label: { is: 'string', min: 1, max: 50 },
    y_label: { is: 'string', min: 1, max: 50 },
  },
} as const satisfies Specs;
