import { ACCESSORIES, ACTIONS, INPUTS } from './elements.ts';
import type { Spec, Surface } from './rule-types.ts';

const ID = { block_id: { is: 'string', max: 255 } } as const;
const IMAGE = { image_url: { is: 'string', max: 3_000 }, slack_file: { is: 'object', of: 'slack_file' } } as const;
const EVERYWHERE: readonly Surface[] = ['message', 'modal', 'home'];
const MESSAGE_ONLY: readonly Surface[] = ['message'];

export type BlockSpec = { readonly surfaces: readonly Surface[]; readonly fields: Spec };

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
  divider: { surfaces: EVERYWHERE, fields: { ...ID } },
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
      ...IMAGE,
      alt_text: { is: 'string', min: 1, max: 2_000, required: true },
      title: { is: 'text', max: 2_000, plain: true },
    },
  },
  rich_text: { surfaces: EVERYWHERE, fields: { ...ID, elements: { is: 'anything', required: true } } },
  video: {
    surfaces: EVERYWHERE,
    fields: {
      ...ID,
      video_url: { is: 'string', required: true },
      thumbnail_url: { is: 'string', required: true },
      alt_text: { is: 'string', min: 1, max: 2_000, required: true },
      title: { is: 'text', max: 199, plain: true, required: true },
      title_url: { is: 'string' },
      author_name: { is: 'string', max: 49 },
      provider_name: { is: 'string' },
      provider_icon_url: { is: 'string' },
      description: { is: 'text', max: 200, plain: true },
    },
  },
  markdown: { surfaces: MESSAGE_ONLY, fields: { ...ID, text: { is: 'string', min: 1, max: 12_000, required: true } } },
  table: {
    surfaces: MESSAGE_ONLY,
    fields: {
      ...ID,
      rows: {
        is: 'list',
        min: 1,
        max: 100,
        of: { is: 'list', min: 1, max: 20, of: { is: 'element', of: ['raw_text', 'raw_number', 'rich_text'] } },
        required: true,
      },
      column_settings: { is: 'list', min: 0, max: 20, of: { is: 'object', of: 'column_setting' } },
    },
  },
  data_visualization: {
    surfaces: MESSAGE_ONLY,
    fields: {
      ...ID,
      title: { is: 'string', min: 1, max: 50, required: true },
      chart: { is: 'anything', required: true },
    },
  },
  data_table: {
    surfaces: MESSAGE_ONLY,
    fields: {
      ...ID,
      caption: { is: 'string', min: 1, required: true },
      rows: {
        is: 'list',
        min: 2,
        max: 101,
        of: { is: 'list', min: 1, max: 20, of: { is: 'element', of: ['raw_text', 'raw_number', 'rich_text'] } },
        required: true,
      },
      page_size: { is: 'number', min: 1, max: 100 },
      row_header_column_index: { is: 'number', min: 0 },
    },
  },
} as const satisfies Readonly<Record<string, BlockSpec>>;

/** Blocks a message may hold only so many of; tables of both kinds count together. */
export const AT_MOST: readonly { readonly types: readonly string[]; readonly max: number }[] = [
  { types: ['table', 'data_table'], max: 1 },
  { types: ['data_visualization'], max: 2 },
];
/** Characters in all cells of one table. */
export const TABLE_TEXT = 10_000;
