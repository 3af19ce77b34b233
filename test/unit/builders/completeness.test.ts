import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { filesUnder, foldersIn, ROOT, textOf } from '../../architecture/support/files.ts';
import { viewFiles } from '../../support/builders.ts';

/** Files that make blocks from what is in the database; they are shown in test/integration/builders. */
const FROM_ROWS = /\/(?:notices|obligations|offers)\.ts$/;

describe('what Slack shows', () => {
  it('is tested for every feature that shows something', () => {
    const showing = foldersIn('src/features').filter((feature) => viewFiles(`features/${feature}`).length > 0);
    expect(showing.length).toBeGreaterThan(7);
    const untested = showing.filter((feature) => !existsSync(join(ROOT, `test/unit/builders/${feature}.test.ts`)));
    expect(untested).toEqual([]);
  });

  it('is built in views, or in notices, obligations and offers, and nowhere else', () => {
    const others = filesUnder('src/features', '.ts').filter(
      (path) => !/\/views(?:\.ts$|\/)/.test(path) && !FROM_ROWS.test(path),
    );
    expect(others.length).toBeGreaterThan(80);
    const BUILDS =
      /import \{[^}]*\b(?:section|header|fields|context|actions|button|quoted|plain|mrkdwn)\b[^}]*\} from '[^']*slack\/(?:blocks|inputs)\.ts'/;
    expect(others.filter((path) => BUILDS.test(textOf(path)))).toEqual([]);
  });
});
