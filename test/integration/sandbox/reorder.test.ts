import type { App } from '@slack/bolt';
import { describe, expect, it } from 'vitest';
import { PEOPLE } from '../../../sandbox/index.ts';
import { type Rig, withRig } from './support.ts';

const staff = PEOPLE.staff;

describe.each(['socket', 'http'] as const)('on a line that plays tricks, over %s', (transport) => {
  /** An app that notes the words it hears and the commands it gets, in the order in which they come. */
  const listening = async (use: (rig: Rig, heard: string[]) => Promise<void>) => {
    const heard: string[] = [];
    const prepare = (app: App) => {
      app.message(async ({ message }) => void heard.push(('text' in message && message.text) || ''));
      app.command('/probe', async ({ ack, command }) => {
        heard.push(command.text);
        await ack();
      });
    };
    await withRig(transport, prepare, async (rig) => {
      await use(rig, heard);
      expect(rig.sandbox.violations).toEqual([]);
    });
  };

  it('deliveries come in reverse order', async () => {
    await listening(async ({ sandbox }, heard) => {
      const bartek = sandbox.as(staff);
      sandbox.delivery.reorder(3);
      await bartek.say('#debiuty', 'pierwsze');
      const command = bartek.slash('#debiuty', '/probe drugie');
      expect(heard).toEqual([]);
      await bartek.say('#debiuty', 'trzecie');
      await command;
      await sandbox.waitFor(() => heard.length === 3);
      expect(heard).toEqual(['trzecie', 'drugie', 'pierwsze']);
      await bartek.say('#debiuty', 'czwarte');
      expect(heard.at(-1)).toBe('czwarte');
    });
  });

  it('or in any order, each once', async () => {
    await listening(async ({ sandbox }, heard) => {
      const words = Array.from({ length: 8 }, (_, index) => `słowo ${index}`);
      sandbox.delivery.reorder(words.length, 'shuffle');
      for (const word of words) await sandbox.as(staff).say('#debiuty', word);
      await sandbox.waitFor(() => heard.length === words.length);
      expect(heard.toSorted()).toEqual(words);
    });
  });

  it('those held back can be let go before all have come', async () => {
    await listening(async ({ sandbox }, heard) => {
      const release = sandbox.delivery.reorder(5);
      await sandbox.as(staff).say('#debiuty', 'pierwsze');
      await sandbox.as(staff).say('#debiuty', 'drugie');
      expect([heard, sandbox.delivery.unanswered()]).toEqual([[], 0]);
      release();
      await sandbox.waitFor(() => heard.length === 2);
      await sandbox.as(staff).say('#debiuty', 'trzecie');
      expect(heard).toEqual(['drugie', 'pierwsze', 'trzecie']);
    });
  });

  it('a delivery comes twice, another is lost and comes again', async () => {
    await listening(async ({ sandbox }, heard) => {
      const bartek = sandbox.as(staff);
      await bartek.slash('#debiuty', '/probe raz');
      const [once] = sandbox.deliveries;
      if (!once) throw new Error('nothing was delivered');
      await sandbox.delivery.redeliver(once);
      expect(heard).toEqual(['raz', 'raz']);
      sandbox.delivery.dropNext();
      await bartek.say('#debiuty', 'zgubione');
      await sandbox.waitFor(() => heard.length === 3);
      expect(sandbox.deliveries.slice(-2).map((one) => [one.attempt, one.answer])).toEqual([
        [0, 'timeout'],
        [1, 'acknowledged'],
      ]);
    });
  });
});
