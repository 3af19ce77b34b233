import { describe, expect, it } from 'vitest';
import { validateBlocks, validateView } from '../../../sandbox/blockkit/validate.ts';
import { BLOCKS, type BlockSpec } from '../../../sandbox/contract/blocks.ts';
import { ACCESSORIES, ACTIONS, ELEMENTS, INPUTS } from '../../../sandbox/contract/elements.ts';
import { MESSAGE, VIEW } from '../../../sandbox/contract/limits.ts';
import type { Field, Spec } from '../../../sandbox/contract/rule-types.ts';
import { greatest, sample, sampleElement, sampleObject } from './samples.ts';

type Loose = Readonly<Record<string, unknown>>;
type Case = { readonly name: string; readonly max: number; readonly at: (size: number) => readonly Loose[] };

const divider = (id: number) => ({ type: 'divider', block_id: `d${id}` });
const inside = (element: Loose): Loose => {
  if ((INPUTS as readonly unknown[]).includes(element['type'])) {
    return { type: 'input', label: { type: 'plain_text', text: 'a' }, element };
  }
  if ((ACTIONS as readonly unknown[]).includes(element['type'])) return { type: 'actions', elements: [element] };
  return { type: 'section', text: { type: 'mrkdwn', text: 'a' }, accessory: element };
};

/** A field that another field limits, or whose items must match another field. */
const TIED = new Set(['initial_option', 'initial_options']);

const casesOf = (name: string, spec: Spec, build: (fields: Loose) => Loose): readonly Case[] =>
  Object.entries<Field>(spec).flatMap(([field, rule]) => {
    const max = greatest(rule);
    if (max === undefined || TIED.has(field)) return [];
    const at = (size: number) => [build({ [field]: sample(rule, size) })];
    return [{ name: `${name}.${field}`, max, at }];
  });

const blockCases = Object.entries<BlockSpec>(BLOCKS).flatMap(([type, { fields }]) =>
  casesOf(type, fields, (given) => ({ type, ...sampleObject(type, fields), ...given })),
);
const elementCases = Object.entries<Spec>(ELEMENTS).flatMap(([type, spec]) =>
  casesOf(type, spec, (given) => {
    const instead = 'option_groups' in given ? { options: undefined } : {};
    return inside({ ...sampleElement(type), ...instead, ...given });
  }),
);

const surfaceFor = (blocks: readonly Loose[]): 'message' | 'modal' => {
  const element = blocks[0]?.['element'] as Loose | undefined;
  return element?.['type'] === 'file_input' ? 'modal' : 'message';
};

describe('each limit of the table', () => {
  it('covers a good part of Block Kit', () => expect(blockCases.length + elementCases.length).toBeGreaterThan(90));

  it.each([...blockCases, ...elementCases])('$name holds at $max and not one beyond', ({ max, at }) => {
    expect(validateBlocks(at(max), surfaceFor(at(max)))).toEqual([]);
    expect(validateBlocks(at(max + 1), surfaceFor(at(max))).length).toBeGreaterThan(0);
  });

  it.each([
    ['message', MESSAGE.blocks],
    ['modal', VIEW.blocks],
    ['home', VIEW.blocks],
  ] as const)('a %s takes %d blocks and not one more', (surface, max) => {
    const many = (size: number) => Array.from({ length: size }, (_, index) => divider(index));
    expect(validateBlocks(many(max), surface)).toEqual([]);
    expect(validateBlocks(many(max + 1), surface)).toEqual([
      { pointer: '/blocks', message: `no more than ${max} items allowed` },
    ]);
  });

  it.each([
    ['title', VIEW.title],
    ['submit', VIEW.submit],
    ['close', VIEW.close],
  ] as const)('a view takes a %s of %d characters and not one more', (field, max) => {
    const view = (size: number) => ({
      type: 'modal',
      title: { type: 'plain_text', text: 'a' },
      blocks: [divider(0)],
      [field]: { type: 'plain_text', text: 'a'.repeat(size) },
    });
    expect(validateView(view(max), 'modal')).toEqual([]);
    expect(validateView(view(max + 1), 'modal').map((one) => one.pointer)).toEqual([`/view/${field}/text`]);
  });

  it.each([
    ['private_metadata', VIEW.privateMetadata],
    ['callback_id', VIEW.callbackId],
    ['external_id', VIEW.externalId],
  ] as const)('a Home view takes a %s of %d characters and not one more', (field, max) => {
    const view = (size: number) => ({ type: 'home', blocks: [divider(0)], [field]: 'a'.repeat(size) });
    expect(validateView(view(max), 'home')).toEqual([]);
    expect(validateView(view(max + 1), 'home')).toHaveLength(1);
  });

  it('each kind of element is accepted where the table says', () => {
    for (const type of ACCESSORIES) {
      const block = { type: 'section', text: { type: 'mrkdwn', text: 'a' }, accessory: sampleElement(type) };
      expect(validateBlocks([block], 'message')).toEqual([]);
    }
    for (const type of ACTIONS) {
      expect(validateBlocks([{ type: 'actions', elements: [sampleElement(type)] }], 'home')).toEqual([]);
    }
  });
});
