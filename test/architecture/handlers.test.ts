import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { features } from '../../src/features/index.ts';
import type { Feature } from '../../src/platform/feature.ts';
import { filesUnder, matches, ROOT, textOf, unique } from './support/files.ts';

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

type Declared = { readonly path: string; readonly key: string; readonly id: string };

/** The ids in a file's constants, which are called IDS or end so. */
async function declaredIn(path: string): Promise<readonly Declared[]> {
  const module: Readonly<Record<string, unknown>> = await import(pathToFileURL(join(ROOT, path)).href);
  return Object.entries(module)
    .filter(([name]) => /(?:^|_)IDS$/.test(name))
    .flatMap(([name, ids]) =>
      Object.entries(z.record(z.string(), z.string()).parse(ids)).map(([key, id]) => ({ name, key, id })),
    )
    .map(({ name, key, id }) => ({ path, key: `${name}.${key}`, id }));
}

/** A modal without a submit button sends nothing: its id needs no handler. */
function isOnlyShown(path: string, key: string): boolean {
  const feature = path.split('/').slice(0, 3).join('/');
  const sources = filesUnder(feature, '.ts').map(textOf);
  const name = key.replace('.', '\\.');
  const uses = sources.flatMap((text) => matches(text, new RegExp(`\\b${name}\\b`, 'g')));
  const modals = sources.flatMap((text) => matches(text, new RegExp(`callbackId: ${name},([^}]*)\\}`, 'g')));
  return uses.length > 0 && modals.length === uses.length && modals.every((rest) => !/\bsubmit\b/.test(rest));
}

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

  it('exist for every id that a feature declares', async () => {
    const handled = new Set(features.flatMap((feature) => KINDS.flatMap((kind) => idsOf(feature)[kind])));
    const files = filesUnder('src/features', '.ts').filter((path) => /\/ids(?:\.ts$|\/)/.test(path));
    const declared = (await Promise.all(files.map(declaredIn))).flat();
    expect(files.length).toBeGreaterThan(6);
    expect(declared.length).toBeGreaterThan(30);
    const unhandled = declared.filter(({ path, key, id }) => !handled.has(id) && !isOnlyShown(path, key));
    expect(unhandled).toEqual([]);
  });

  it('get their ids from those declarations, never from a text written into a view', () => {
    const views = filesUnder('src/features', '.ts').filter((path) => /\/views(?:\.ts$|\/)/.test(path));
    expect(views.length).toBeGreaterThan(10);
    const literal = /\bbutton\(\s*['"`]|\b(?:action_id|callback_id|callbackId):\s*['"`]/;
    expect(views.filter((path) => literal.test(textOf(path)))).toEqual([]);
    expect(views.filter((path) => /\bbutton\(\s*\w*IDS\./.test(textOf(path))).length).toBeGreaterThan(4);
  });

  it('of sub-commands answer to words that no other command takes', () => {
    const words = features.flatMap((feature) => (feature.commands ?? []).flatMap((command) => command.words));
    expect(words.length).toBeGreaterThan(15);
    expect(repeated(words)).toEqual([]);
  });
});
