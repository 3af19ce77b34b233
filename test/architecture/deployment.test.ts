import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { filesUnder, matches, ROOT, textOf } from './support/files.ts';

const Package = z.object({
  scripts: z.record(z.string(), z.string()),
  devDependencies: z.record(z.string(), z.string()),
});
const Compose = z.object({
  services: z.record(
    z.string(),
    z.object({
      build: z.string().optional(),
      image: z.string().optional(),
      env_file: z.string().optional(),
      environment: z.record(z.string(), z.union([z.string(), z.number()])).optional(),
      depends_on: z.record(z.string(), z.unknown()).optional(),
      volumes: z.array(z.string()).optional(),
    }),
  ),
  volumes: z.record(z.string(), z.unknown()),
});

const pack = Package.parse(JSON.parse(textOf('package.json')));
const exists = (path: string) => existsSync(join(ROOT, path));
const TAGGED = /^[a-z]+:\d+(?:\.\d+)*(?:-[a-z]+)?$/;

describe('the Dockerfile', () => {
  const lines = textOf('Dockerfile').split('\n');
  const copies = lines.filter((line) => line.startsWith('COPY ') && !line.includes('--from='));

  it('copies only what exists and what the context lets in', () => {
    const sources = copies.flatMap((line) => line.split(' ').slice(1, -1));
    const allowed = matches(textOf('.dockerignore'), /^!(.+)$/gm);
    expect(sources.length).toBeGreaterThan(5);
    expect(sources.filter((path) => !exists(path))).toEqual([]);
    expect(sources.filter((path) => !allowed.includes(path))).toEqual([]);
    expect(allowed.filter((path) => !exists(path))).toEqual([]);
  });

  it('brings along everything that the program reads beside its sources', () => {
    const second = lines.slice(lines.lastIndexOf('FROM node:24-slim'));
    const copied = second.filter((line) => line.startsWith('COPY ')).flatMap((line) => line.split(' ').slice(1, -1));
    const read = filesUnder('src', '.ts').flatMap((path) =>
      matches(textOf(path), /import\.meta\.dirname,\s*'(?:\.\.\/)+([a-z][\w./-]*)'/g),
    );
    expect(read).toContain('prisma/migrations');
    expect(read.filter((path) => !copied.some((part) => path === part || path.startsWith(`${part}/`)))).toEqual([]);
  });

  it('runs as nobody special, on production packages, with plain tags', () => {
    const images = matches(lines.join('\n'), /^FROM (\S+)/gm);
    expect(images).toHaveLength(2);
    expect(images.filter((image) => !TAGGED.test(image))).toEqual([]);
    expect(lines.filter((line) => line.startsWith('RUN npm'))).toEqual([
      'RUN npm ci',
      'RUN npm ci --omit=dev --omit=optional --ignore-scripts && npm cache clean --force',
    ]);
    expect(lines).toContain('USER node');
    const node = pack.devDependencies['node'] ?? '';
    expect(images.every((image) => image.startsWith(`node:${node.split('.')[0]}-`))).toBe(true);
  });

  it('starts what npm start starts, and asks a path for its health that the program answers', () => {
    const command = z
      .array(z.string())
      .parse(JSON.parse(lines.findLast((line) => line.startsWith('CMD '))?.slice(4) ?? ''));
    expect(command.join(' ')).toBe(pack.scripts['start']);
    expect(exists(command[1] ?? '?')).toBe(true);
    expect(lines.join('\n')).toContain('/healthz');
    expect(filesUnder('src/platform', '.ts').some((path) => textOf(path).includes("'/healthz'"))).toBe(true);
  });
});

describe('compose.yaml', () => {
  const compose = Compose.parse(parse(textOf('compose.yaml')));

  it('is the bot and its PostgreSQL, with plain tags and named volumes', () => {
    expect(Object.keys(compose.services)).toEqual(['bot', 'postgres']);
    const images = Object.values(compose.services).flatMap(({ image }) => image ?? []);
    expect(images).toHaveLength(1);
    expect(images.filter((image) => !TAGGED.test(image))).toEqual([]);
    const mounted = Object.values(compose.services).flatMap(({ volumes }) => volumes ?? []);
    expect(mounted.map((volume) => volume.split(':')[0])).toEqual(Object.keys(compose.volumes));
    expect(Object.keys(compose.services['bot']?.depends_on ?? {})).toEqual(['postgres']);
  });

  it('sets only variables that the program knows', () => {
    const known = matches(textOf('.env.example'), /^#? ?([A-Z_]+)=/gm);
    const set = Object.keys(compose.services['bot']?.environment ?? {});
    expect(set.length).toBeGreaterThan(0);
    expect(set.filter((name) => !known.includes(name))).toEqual([]);
    const asked = matches(textOf('compose.yaml'), /\$\{([A-Z_]+)/g);
    expect(asked.filter((name) => !known.includes(name))).toEqual([]);
  });
});

describe('npm scripts', () => {
  it('run files and tools that exist', () => {
    const files = Object.values(pack.scripts).flatMap((script) => matches(script, /(?:node|-p|--config) (\S+)/g));
    expect(files.length).toBeGreaterThan(4);
    expect(files.filter((path) => !exists(path))).toEqual([]);
    const tools = Object.values(pack.scripts).flatMap((script) =>
      script.split(' && ').map((part) => part.split(' ')[0] ?? ''),
    );
    const missing = tools.filter((tool) => tool !== 'npm' && !exists(`node_modules/.bin/${tool}`));
    expect(missing).toEqual([]);
  });

  it.each(['README.md', 'CONTRIBUTING.md', '.ci/run'])('named in %s exist', (path) => {
    const named = matches(textOf(path), /npm (?:run ([a-z]+(?::[a-z]+)?)|start|test)\b/g);
    expect(named.length).toBeGreaterThan(0);
    expect(named.filter((name) => !(name.replace('npm ', '') in pack.scripts))).toEqual([]);
  });

  it.each(['README.md', 'CONTRIBUTING.md'])('%s links only to files that exist', (path) => {
    const links = matches(textOf(path), /\]\((?!https?:|#|mailto:)([^)#]+)/g);
    expect(links.filter((link) => !exists(link))).toEqual([]);
  });
});
