import { ACCESSORIES, ACTIONS, INPUTS } from './elements.ts';
import { CELLS, ID, NEWER_BLOCKS, TEXT } from './newer-blocks.ts';
import type { BlockSpec, Surface } from './rule-types.ts';

const HTTPS = { is: 'string', pattern: /^https:\/\/\S+$/ } as const;

const EVERYWHERE: readonly Surface[] = ['message', 'modal', 'home'];
const MESSAGE: readonly Surface[] = ['message'];

/** Blocks, where each may stand, and their fields (Slack contract 5.3, 5.4); `type` is implied. */
export const BLOCKS = {
  section: {
    surfaces: EVERYWHERE,
    fields: {
      ...ID,
      text: { is: 'text', max: 3_000 },
      fields: { is: 'list', min: 1, max: 10, of: { is: 'text', max: 2_000 } },
      accessory: { is: 'element', of: ACCESSORIES },
      expand: { is: 'boolean' },
    },
  },
  header: {
    surfaces: EVERYWHERE,
    fields: {
      ...ID,
      text: { is: 'text', max: 150, plain: true, required: true },
      level: { is: 'number', min: 1, max: 4 },
    },
  },
  divider: { surfaces: EVERYWHERE, fields: ID },
  context: {
    surfaces: EVERYWHERE,
    fields: {
      ...ID,
      elements: {
        is: 'list',
        min: 1,
        max: 10,
        of: { is: 'element', of: ['image', 'mrkdwn', 'plain_text'] },
        required: true,
      },
    },
  },
  actions: {
    surfaces: EVERYWHERE,
    fields: { ...ID, elements: { is: 'list', min: 1, max: 25, of: { is: 'element', of: ACTIONS }, required: true } },
  },
  input: {
    surfaces: EVERYWHERE,
    fields: {
      ...ID,
      label: { is: 'text', max: 2_000, plain: true, required: true },
      element: { is: 'element', of: INPUTS, required: true },
      hint: { is: 'text', max: 2_000, plain: true },
      optional: { is: 'boolean' },
      dispatch_action: { is: 'boolean' },
    },
  },
  image: {
    surfaces: EVERYWHERE,
    fields: {
      ...ID,
      image_url: { is: 'string', max: 3_000, pattern: /^https?:\/\/\S+$/ },
      slack_file: { is: 'object', of: 'slack_file' },
      alt_text: { ...TEXT, max: 2_000 },
      title: { is: 'text', max: 2_000, plain: true },
    },
  },
  rich_text: {
    surfaces: EVERYWHERE,
    fields: {
      ...ID,
      elements: {
        is: 'list',
        min: 1,
        of: {
          is: 'element',
          of: ['rich_text_section', 'rich_text_list', 'rich_text_quote', 'rich_text_preformatted'],
        },
        required: true,
      },
    },
  },
  video: {
    surfaces: EVERYWHERE,
    fields: {
      ...ID,
      video_url: { ...HTTPS, required: true },
      thumbnail_url: { ...HTTPS, required: true },
      alt_text: { ...TEXT, max: 2_000 },
      title: { is: 'text', max: 199, plain: true, required: true },
      title_url: HTTPS,
      author_name: { is: 'string', max: 49 },
      provider_name: { is: 'string' },
      provider_icon_url: HTTPS,
      description: { is: 'text', max: 200, plain: true },
    },
  },
  markdown: { surfaces: MESSAGE, fields: { ...ID, text: { ...TEXT, max: 12_000 } } },
  table: {
    surfaces: MESSAGE,
    fields: {
      ...ID,
      rows: { is: 'list', min: 1, max: 100, of: CELLS, required: true },
      column_settings: { is: 'list', min: 0, max: 20, of: { is: 'object', of: 'column_setting' } },
    },
  },
  ...NEWER_BLOCKS,
} as const satisfies Readonly<Record<string, BlockSpec>>;

/** Blocks a message may hold only so many of; tables of both kinds count together. */
export const AT_MOST: readonly { readonly types: readonly string[]; readonly max: number }[] = [
  { types: ['table', 'data_table'], max: 1 },
  { types: ['data_visualization'], max: 2 },
];
/** Characters in all cells of one table. */
export const TABLE_TEXT = 10_000;
/** Blocks and elements an app may use only with a scope (Slack contract 5.4). */
export const NEEDS_SCOPE: Readonly<Record<string, string>> = { video: 'links.embed:write', file_input: 'files:read' };
