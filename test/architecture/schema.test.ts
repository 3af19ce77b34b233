import { describe, expect, it } from 'vitest';
import { filesUnder, foldersIn, matches, textOf } from './support/files.ts';

const models = filesUnder('prisma/models', '.prisma');
const whole = ['prisma/schema.prisma', ...models]
  .map(textOf)
  .join('\n')
  .replaceAll(/\/\/.*$/gm, '');

describe('the data model', () => {
  it('leaves time and ids to operations', () => {
    expect(matches(whole, /^model (\w+)/gm).length).toBeGreaterThan(10);
    expect(whole).not.toMatch(/@default\((?:now|uuid|cuid|ulid|nanoid|autoincrement|dbgenerated)\(/);
    expect(whole).not.toMatch(/@updatedAt/);
  });

  it('keeps money whole', () => {
    expect(whole).not.toMatch(/\b(?:Float|Decimal)\b/);
  });

  it('lies in one file for each feature that has tables', () => {
    const features = foldersIn('src/features');
    const owners = models.map((path) => path.replace('prisma/models/', '').replace('.prisma', ''));
    expect(owners.length).toBeGreaterThan(5);
    expect(owners.filter((owner) => !features.includes(owner))).toEqual([]);
  });

  it('has migrations, numbered without a gap', () => {
    const numbers = foldersIn('prisma/migrations').map((name) => Number.parseInt(name, 10));
    expect(numbers.length).toBeGreaterThan(0);
    expect(numbers).toEqual(numbers.map((_, at) => at + 1));
  });
});
