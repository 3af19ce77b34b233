import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { validateBlocks } from '../../../../sandbox/blockkit/validate.ts';
import { type Chart, chartMessage, split } from '../../../../src/platform/charts/index.ts';
import { shortLabels, wrapped } from '../../../../src/platform/charts/labels.ts';
import { nativeChart } from '../../../../src/platform/charts/native.ts';
import { chartPng, svgOf } from '../../../../src/platform/charts/picture.ts';

const chart = (change: Partial<Chart> = {}): Chart => ({
  ...{ title: 'Oceny', unit: 'odpowiedzi', empty: 'brak odpowiedzi', labels: ['1 – słabo', '2', '3 – świetnie'] },
  series: [{ name: 'Zażółć gęślą jaźń', values: [1, 0, 3] }],
  ...change,
});

const word = fc.string({ minLength: 0, maxLength: 80 });
const anyChart: fc.Arbitrary<Chart> = fc
  .tuple(fc.integer({ min: 0, max: 24 }), fc.integer({ min: 1, max: 9 }))
  .chain(([labels, series]) => {
    const values = fc.array(fc.nat({ max: 300_000 }), { minLength: labels, maxLength: labels });
    return fc.record({
      ...{ title: word, unit: fc.constant('odpowiedzi'), empty: fc.constant('brak') },
      labels: fc.array(word, { minLength: labels, maxLength: labels }),
      series: fc.array(fc.record({ name: word, values }), { minLength: series, maxLength: series }),
    });
  });

const around = (charts: readonly Chart[]) => chartMessage({ text: 'Wyniki', above: [], charts, below: [] });

describe('a chart', () => {
  it('is a block that Slack takes, or none, whatever its words and numbers are', () => {
    fc.assert(
      fc.property(anyChart, (one) => {
        const block = nativeChart(one);
        if (block) expect(validateBlocks([block], 'message')).toEqual([]);
      }),
    );
  });

  it('is left to the other ways where it has more points or series than Slack draws, or nothing to show', () => {
    const seven = Array.from({ length: 7 }, (_, n) => ({ name: `${n}`, values: [1, 2, 3] }));
    expect(nativeChart(chart({ series: seven }))).toBeNull();
    expect(split(chart({ series: seven })).map(({ series }) => series.length)).toEqual([6, 1]);
    expect(nativeChart(chart({ labels: Array.from({ length: 21 }, String) }))).toBeNull();
    expect(nativeChart(chart({ series: [{ name: 'x', values: [0, 0, 0] }] }))).toBeNull();
    expect(nativeChart(chart({ labels: [] }))).toBeNull();
  });

  it('has no more than two of Slack’s own in a message, and bars of letters for the rest', () => {
    const { blocks } = around([chart(), chart(), chart()]);
    const types = blocks.map(({ type }) => type as string);
    expect(types.filter((type) => type === 'data_visualization')).toHaveLength(2);
    expect(types.filter((type) => type === 'rich_text')).toHaveLength(1);
    expect(validateBlocks(blocks, 'message')).toEqual([]);
  });

  it('says the same numbers in words in each of its ways', async () => {
    const spoken = 'Zażółć gęślą jaźń: 1 – słabo: 1 (25%), 2: 0 (0%), 3 – świetnie: 3 (75%).';
    const message = around([chart()]);
    const pictured = await message.plainer?.tries[0]?.(async () => 'F0PICTURE');
    for (const one of [message, pictured, message.plainer?.last]) expect(JSON.stringify(one?.blocks)).toContain(spoken);
    expect(JSON.stringify(pictured?.blocks)).toContain('F0PICTURE');
    expect(JSON.stringify(message.plainer?.last.blocks)).toContain('█');
    expect(validateBlocks(message.plainer?.last.blocks ?? [], 'modal')).toEqual([]);
  });

  it('has labels that are short, and still not the same', () => {
    const long = 'rozmowy z ekspertkami i ekspertami';
    const cut = shortLabels([`${long} rano`, `${long} wieczorem`, '', 'ok'], 20);
    expect(cut).toEqual(['rozmowy z ekspertka…', 'rozmowy z… (2)', '–', 'ok']);
    fc.assert(
      fc.property(fc.array(word, { maxLength: 20 }), (labels) => {
        const all = shortLabels(labels, 20);
        expect(new Set(all).size).toBe(labels.length);
        expect(all.every((label) => label.length >= 1 && label.length <= 20)).toBe(true);
      }),
    );
  });

  it('breaks long labels between words and leaves no single letter at the end of a line', () => {
    expect(wrapped('rozmowy z ekspertkami i ekspertami', 22, 2)).toEqual([
      'rozmowy z\u00a0ekspertkami',
      'i\u00a0ekspertami',
    ]);
    expect(wrapped('raz dwa trzy cztery', 8, 2).at(-1)).toMatch(/…$/);
  });
});

describe('a picture of a chart', () => {
  it.each([
    ['six series', chart({ series: Array.from({ length: 6 }, (_, n) => ({ name: `Żółć ${n}`, values: [n, 1, 9] })) })],
    ['a single answer', chart({ series: [{ name: 'a', values: [0, 1, 0] }] })],
    ['nothing', chart({ series: [{ name: 'a', values: [0, 0, 0] }] })],
    ['no labels', chart({ labels: [], series: [{ name: 'a', values: [] }] })],
    ['words that look like marks', chart({ title: '<b> & "x"', labels: ['<', '&', '"'] })],
  ])('of %s is a PNG', (_name, given) => {
    const png = chartPng(given);
    expect(Buffer.from(png.subarray(1, 4)).toString('latin1')).toBe('PNG');
    expect(png.byteLength).toBeGreaterThan(2_000);
  });

  it('says that there is nothing where there is nothing, and has Polish letters', () => {
    expect(svgOf(chart({ series: [{ name: 'a', values: [0, 0, 0] }] }))).toContain('brak odpowiedzi');
    expect(svgOf(chart({ title: 'Zażółć gęślą jaźń' }))).toContain('Zażółć gęślą jaźń');
  });
});
