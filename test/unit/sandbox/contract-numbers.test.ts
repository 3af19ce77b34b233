import { describe, expect, it } from 'vitest';
import type { Field, Rule } from '../../../sandbox/contract/rule-types.ts';
import { ALL } from './samples.ts';

/** The numbers of Slack contract 5.4, written down a second time so that none is loosened by mistake. */
const NUMBERS = {
  block_id: [1, 255],
  action_id: [1, 255],
  'section.text': [null, 3_000],
  'section.fields': [1, 10],
  'section.fields each': [null, 2_000],
  'header.text': [null, 150],
  'header.level': [1, 4],
  'context.elements': [1, 10],
  'actions.elements': [1, 25],
  'input.label': [null, 2_000],
  'input.hint': [null, 2_000],
  'image.image_url': [null, 3_000],
  'image.alt_text': [1, 2_000],
  'image.title': [null, 2_000],
  'markdown.text': [1, 12_000],
  'table.rows': [1, 100],
  'table.rows each': [1, 20],
  'table.column_settings': [0, 20],
  'data_table.rows': [2, 101],
  'data_table.page_size': [1, 100],
  'data_visualization.title': [1, 50],
  'pie.segments': [1, 6],
  'bar.series': [1, 6],
  'chart_series.data': [1, 20],
  'chart_series.name': [1, 20],
  'chart_point.label': [1, 20],
  'chart_axis.x_label': [1, 50],
  'container.title': [null, 150],
  'container.subtitle': [null, 150],
  'container.child_blocks': [1, 10],
  'card.title': [null, 150],
  'card.body': [null, 200],
  'card.actions': [1, 2],
  'carousel.elements': [1, 10],
  'context_actions.elements': [1, 5],
  'video.title': [null, 199],
  'video.author_name': [null, 49],
  'button.text': [null, 75],
  'button.value': [null, 2_000],
  'button.url': [null, 3_000],
  'button.accessibility_label': [null, 75],
  'option.text': [null, 75],
  'option.value': [1, 75],
  'option.description': [null, 75],
  'overflow_option.url': [null, 3_000],
  'option_group.label': [null, 75],
  'option_group.options': [1, 100],
  'static_select.options': [1, 100],
  'static_select.option_groups': [1, 100],
  'multi_static_select.options': [1, 100],
  'overflow.options': [1, 5],
  'checkboxes.options': [1, 10],
  'radio_buttons.options': [1, 10],
  placeholder: [null, 150],
  max_selected_items: [1, null],
  'confirm.title': [null, 100],
  'confirm.text': [null, 300],
  'confirm.confirm': [null, 30],
  'confirm.deny': [null, 30],
  'plain_text_input.min_length': [0, 3_000],
  'plain_text_input.max_length': [1, 3_000],
  'file_input.max_files': [1, 10],
  'rich_text_input.min_lines': [1, 100],
  'rich_text_input.max_lines': [1, 100],
  'datetimepicker.initial_date_time': [1_000_000_000, 9_999_999_999],
} as const;

const sizesOf = (rule: Rule): readonly [number | null, number | null] => {
  const { min = null, max = null } = rule as { readonly min?: number; readonly max?: number };
  return [min, max];
};

/** Every size under `name.field`, `name.field each` for the items of lists, and for all that have it under `field`. */
const said = (wanted: string): readonly (readonly [number | null, number | null])[] =>
  ALL.flatMap(({ name, spec }) =>
    Object.entries<Field>(spec).flatMap(([field, rule]) => {
      if (wanted === field || wanted === `${name}.${field}`) return [sizesOf(rule)];
      return wanted === `${name}.${field} each` && rule.is === 'list' ? [sizesOf(rule.of)] : [];
    }),
  );

describe('the tables and the contract', () => {
  it.each(Object.entries(NUMBERS))('agree on %s: %j', (wanted, sizes) => {
    const found = said(wanted);
    expect(found.length).toBeGreaterThan(0);
    for (const one of found) expect(one).toEqual(sizes);
  });
});
