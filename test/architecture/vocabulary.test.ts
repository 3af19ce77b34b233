import { describe, expect, it } from 'vitest';
import { filesUnder, matches, textOf, unique } from './support/files.ts';

const table = textOf('docs/vocabulary.md').split('## Acts and states')[0] ?? '';
const rows = table.split('\n').filter((line) => /^\| [a-z]/.test(line) && !line.startsWith('| in the code'));
const banned = rows
  .flatMap((row) => (row.split('|')[3] ?? '').split(','))
  .map((word) => word.trim())
  .filter((word) => word !== '');

/** The words in the names of a source, without comments and quoted text: `cohortCard` gives cohort and card. */
function wordsOf(source: string): readonly string[] {
  const bare = source.replaceAll(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, '').replaceAll(/'[^'\n]*'|`[^`]*`/g, "''");
  const parts = bare.match(/[A-Z]?[a-z]+|[A-Z]+(?![a-z])/g) ?? [];
  return unique(parts.map((part) => part.toLowerCase()));
}

describe('the vocabulary', () => {
  // Definition files speak of a programme in its own words, such as whether its experts are called mentors.
  const sources = filesUnder('src', '.ts').filter((path) => !path.startsWith('src/features/programmes/'));

  it('has a line for each thing kept, and words to keep out', () => {
    expect(rows.length).toBeGreaterThan(20);
    expect(banned.length).toBeGreaterThan(10);
    expect(banned).toContain('tutor');
    expect(wordsOf("const oneMentor = 'x'; // tutor")).toEqual(['const', 'mentor', 'one']);
  });

  it('is what the code speaks: no second name for one thing', () => {
    expect(sources.length).toBeGreaterThan(100);
    const strange = sources.flatMap((path) =>
      wordsOf(textOf(path))
        .filter((word) => banned.includes(word) || banned.includes(word.replace(/s$/, '')))
        .map((word) => `${path}: ${word}`),
    );
    expect(strange).toEqual([]);
  });

  it('names every table of the data model', () => {
    const models = filesUnder('prisma/models', '.prisma').flatMap((path) => matches(textOf(path), /^model (\w+)/gm));
    const known = rows.map((row) => row.split('|')[1] ?? '').join(' ');
    const spoken = models.map((name) => name.replace(/(?<=[a-z])[A-Z]/g, (letter) => ` ${letter}`).toLowerCase());
    expect(spoken.length).toBeGreaterThan(10);
    expect(spoken.filter((name) => !known.includes(name))).toEqual([]);
  });
});
