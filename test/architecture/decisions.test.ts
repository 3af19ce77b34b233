import { describe, expect, it } from 'vitest';
import { filesUnder, matches, textOf } from './support/files.ts';

const records = filesUnder('docs/decisions', '.md');

describe('decision records', () => {
  it('are numbered without a gap', () => {
    const numbers = records.map((path) => Number.parseInt(path.replace('docs/decisions/', ''), 10));
    expect(numbers.length).toBeGreaterThan(9);
    expect(numbers).toEqual(numbers.map((_, at) => at + 1));
  });

  it.each(records)('%s says context, decision, consequences and how to reverse, on one page', (path) => {
    const text = textOf(path);
    const number = Number.parseInt(path.replace('docs/decisions/', ''), 10);
    expect(text.split('\n')[0]).toMatch(new RegExp(`^# ${number}\\. .+`));
    expect(matches(text, /^## (.+)$/gm)).toEqual(['Context', 'Decision', 'Consequences', 'How to reverse']);
    const parts = text.split(/^## .+$/m).slice(1);
    expect(parts.filter((part) => part.trim().length < 60)).toEqual([]);
    expect(text.split(/\s+/).length).toBeLessThan(600);
  });
});
