import { describe, expect, it } from 'vitest';
import { SlackFailure } from '../../../../src/platform/slack/failure.ts';
import type { Message } from '../../../../src/platform/slack/message.ts';
import { saying } from '../../../../src/platform/slack/plainer.ts';

const never = async (): Promise<never> => {
  throw new Error('nothing is uploaded');
};
const files = { announceFile: never, sendFile: never, keepFile: never };
const bare: Message = { text: 'bez zdjęć', blocks: [] };

/** Says a message that Slack refuses so many times; gives what arrived, and how often it was tried. */
async function said(refusals: number, isPictured: boolean) {
  let tried = 0;
  const message: Message = { text: 'ze zdjęciami', blocks: [], plainer: { isPictured, tries: [], last: bare } };
  const arrived = await saying(files, message, async ({ text }) => {
    tried += 1;
    if (tried <= refusals) throw new SlackFailure('invalid_blocks');
    return text;
  });
  return { arrived, tried };
}

describe('a message whose blocks Slack refuses', () => {
  it('is said again with its pictures, which are ready a moment later', async () => {
    expect(await said(1, true)).toEqual({ arrived: 'ze zdjęciami', tried: 2 });
  });

  it('is said without them when they never are', async () => {
    expect(await said(4, true)).toEqual({ arrived: 'bez zdjęć', tried: 5 });
  });

  it('waits for nothing when it shows none', async () => {
    expect(await said(1, false)).toEqual({ arrived: 'bez zdjęć', tried: 2 });
  });
});
