import { describe, expect, it } from 'vitest';
import { features } from '../../src/features/index.ts';
import type { Feature } from '../../src/platform/feature.ts';
import { filesUnder, matches, textOf, unique } from './support/files.ts';

const idsOf = (feature: Feature) => ({
  actions: (feature.actions ?? []).map(({ id }) => id),
  views: (feature.views ?? []).map(({ id }) => id),
  options: (feature.options ?? []).map(({ id }) => id),
  shortcuts: (feature.shortcuts ?? []).map(({ id }) => id),
  queues: (feature.queues ?? []).map(({ queue }) => queue),
  notices: (feature.notices ?? []).map(({ kind }) => kind),
  ticks: (feature.ticks ?? []).map(({ name }) => name),
});
type Kind = keyof ReturnType<typeof idsOf>;
const KINDS: readonly Kind[] = ['actions', 'views', 'options', 'shortcuts', 'queues', 'notices', 'ticks'];

const repeated = (ids: readonly string[]) => unique(ids.filter((id, at) => ids.indexOf(id) !== at));

describe('handlers', () => {
  it.each(KINDS)('of kind %s have ids that no other handler has', (kind) => {
    expect(repeated(features.flatMap((feature) => idsOf(feature)[kind]))).toEqual([]);
  });

  it('are many, and each id begins with the name of its feature', () => {
    const all = features.flatMap((feature) =>
      (['actions', 'views', 'options', 'shortcuts'] as const).flatMap((kind) =>
        idsOf(feature)[kind].map((id) => ({ id, feature: feature.name })),
      ),
    );
    expect(all.length).toBeGreaterThan(20);
    expect(all.filter(({ id, feature }) => !id.startsWith(`${feature}_`))).toEqual([]);
  });

  it('exist for every id that a feature declares', () => {
    const handled = new Set(features.flatMap((feature) => KINDS.flatMap((kind) => idsOf(feature)[kind])));
    const declared = filesUnder('src/features', 'ids.ts').flatMap((path) =>
      matches(textOf(path), /^ {2}\w+: '([a-z_]+)',$/gm).map((id) => `${path} ${id}`),
    );
    expect(declared.length).toBeGreaterThan(20);
    expect(declared.filter((line) => !handled.has(line.split(' ')[1] ?? ''))).toEqual([]);
  });

  it('of sub-commands answer to words that no other command takes', () => {
    const words = features.flatMap((feature) => (feature.commands ?? []).flatMap((command) => command.words));
    expect(words.length).toBeGreaterThan(15);
    expect(repeated(words)).toEqual([]);
  });
});
