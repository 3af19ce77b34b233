import { describe, expect, it } from 'vitest';
import { filesUnder, foldersIn, matches, textOf, unique } from './support/files.ts';

const PARTS = [
  'index',
  'public',
  'ids',
  'input',
  'rules',
  'operations',
  'queries',
  'views',
  'texts',
  'slack',
  'jobs',
  'notices',
  'offers',
  'obligations',
  'acts',
];
const ALLOWED_FILES = new Set([...PARTS.map((part) => `${part}.ts`), 'texts.pl.ts', 'texts.en.ts', 'README.md']);
const ALLOWED_FOLDERS = new Set(PARTS.filter((part) => part !== 'index'));

const folders = foldersIn('src/features');

describe('features', () => {
  it('are the folders of src/features, and each is one line of the list', () => {
    const list = textOf('src/features/index.ts');
    const imported = matches(list, /from '\.\/([a-z-]+)\/index\.ts'/g);
    expect(folders.length).toBeGreaterThan(7);
    expect(unique(imported)).toEqual(folders);
    const names = matches(list, /import \{ (\w+) \} from '\.\/[a-z-]+\/index\.ts'/g);
    const array = list.slice(list.indexOf('= ['));
    expect(names).toHaveLength(folders.length);
    expect(names.filter((name) => !new RegExp(`\\b${name}\\b`).test(array))).toEqual([]);
  });

  it.each(folders)('%s has its index and README, and only files under the names everybody knows', (folder) => {
    const paths = filesUnder(`src/features/${folder}`).map((path) => path.slice(`src/features/${folder}/`.length));
    expect(paths).toContain('index.ts');
    expect(paths).toContain('README.md');
    const strange = paths.filter((path) => {
      const [first = '', ...rest] = path.split('/');
      return rest.length === 0 ? !ALLOWED_FILES.has(first) : !ALLOWED_FOLDERS.has(first);
    });
    expect(strange).toEqual([]);
  });

  it.each(folders)('%s says in a few lines what it is for', (folder) => {
    const lines = textOf(`src/features/${folder}/README.md`).trim().split('\n');
    expect(lines[0]).toMatch(/^# \w/);
    expect(lines.length).toBeGreaterThan(2);
    expect(lines.length).toBeLessThan(25);
  });

  it.each(folders)('%s keeps one name in its folder, its Feature value and its ids', (folder) => {
    expect(textOf(`src/features/${folder}/index.ts`)).toMatch(new RegExp(`name: '${folder}'`));
  });
});
