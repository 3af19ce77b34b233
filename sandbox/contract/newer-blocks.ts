import type { BlockSpec, Surface } from './rule-types.ts';

export const ID = { block_id: { is: 'string', min: 1, max: 255 } } as const;
export const TEXT = { is: 'string', min: 1, required: true } as const;
export const CELLS = {
  is: 'list',
  min: 1,
  max: 20,
  of: { is: 'element', of: ['raw_text', 'raw_number', 'rich_text'] },
} as const;
const PICTURE = { is: 'element', of: ['image'] } as const;
const RICH = { is: 'block', of: ['rich_text'] } as const;

const MESSAGE: readonly Surface[] = ['message'];
/** Listed for modals too, where they fail to render: the smaller set. */
const NOT_MODAL: readonly Surface[] = ['message', 'home'];
/** The documentation also lists Home, the SDK's notes only modals: the smaller set. */
const MODAL: readonly Surface[] = ['modal'];

/** The blocks of 2025 and 2026: optional decoration, never what a message depends on (Slack contract 5.3). */
export const NEWER_BLOCKS = {
  data_table: {
    surfaces: MESSAGE,
    fields: {
      ...ID,
      caption: TEXT,
      rows: { is: 'list', min: 2, max: 101, of: CELLS, required: true },
      page_size: { is: 'number', min: 1, max: 100 },
      row_header_column_index: { is: 'number', min: 0, max: 19 },
    },
  },
  data_visualization: {
    surfaces: MESSAGE,
    fields: {
      ...ID,
      title: { ...TEXT, max: 50 },
      chart: { is: 'element', of: ['pie', 'bar', 'line', 'area'], required: true },
    },
  },
  container: {
    surfaces: NOT_MODAL,
    fields: {
      ...ID,
      title: { is: 'text', max: 150, plain: true },
      rich_text_title: RICH,
      subtitle: { is: 'text', max: 150 },
      child_blocks: {
        is: 'list',
        min: 1,
        max: 10,
        of: { is: 'block', of: ['section', 'divider', 'image', 'actions', 'video', 'header', 'context', 'table'] },
        required: true,
      },
      width: { is: 'string', oneOf: ['narrow', 'standard', 'wide', 'full'] },
      icon: PICTURE,
      is_collapsible: { is: 'boolean' },
      default_collapsed: { is: 'boolean' },
      has_header_divider: { is: 'boolean' },
    },
  },
  card: {
    surfaces: NOT_MODAL,
    fields: {
      ...ID,
      hero_image: PICTURE,
      icon: PICTURE,
      title: { is: 'text', max: 150, mrkdwn: true },
      subtitle: { is: 'text', max: 150, mrkdwn: true },
      body: { is: 'text', max: 200, mrkdwn: true },
      actions: { is: 'list', min: 1, max: 2, of: { is: 'element', of: ['button'] } },
    },
  },
  carousel: {
    surfaces: NOT_MODAL,
    fields: { ...ID, elements: { is: 'list', min: 1, max: 10, of: { is: 'block', of: ['card'] }, required: true } },
  },
  alert: {
    surfaces: MODAL,
    fields: {
      ...ID,
      text: { is: 'text', max: 200, required: true },
      level: { is: 'string', oneOf: ['default', 'info', 'warning', 'error', 'success'] },
    },
  },
  context_actions: {
    surfaces: MESSAGE,
    fields: {
      ...ID,
      elements: {
        is: 'list',
        min: 1,
        max: 5,
        of: { is: 'element', of: ['feedback_buttons', 'icon_button'] },
        required: true,
      },
    },
  },
  plan: {
    surfaces: MESSAGE,
    fields: { ...ID, title: TEXT, tasks: { is: 'list', min: 0, of: { is: 'block', of: ['task_card'] } } },
  },
  task_card: {
    surfaces: MESSAGE,
    fields: {
      ...ID,
      task_id: TEXT,
      title: TEXT,
      details: RICH,
      output: RICH,
      sources: { is: 'list', min: 0, of: { is: 'element', of: ['url'] } },
      status: { is: 'string', oneOf: ['pending', 'in_progress', 'complete', 'error'], required: true },
    },
  },
} as const satisfies Readonly<Record<string, BlockSpec>>;
