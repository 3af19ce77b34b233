import { z } from 'zod';
import type { Feature } from '../../src/platform/feature.ts';
import { actions, button, quoted, section } from '../../src/platform/slack/blocks.ts';
import { codec } from '../../src/platform/slack/codec.ts';
import { type CommandHandler, defineAction, defineView, noValue } from '../../src/platform/slack/handlers.ts';
import { textInput } from '../../src/platform/slack/inputs.ts';
import type { Modal } from '../../src/platform/slack/message.ts';
import { closeModal, ephemeral, fieldErrors, openModal, type Reply, say } from '../../src/platform/slack/reply.ts';

const pause = (ms: number): Promise<void> => new Promise((done) => setTimeout(done, ms));

const form = (after: number): Modal => ({
  callbackId: 'slow_form',
  title: 'Formularz',
  submit: 'Wyślij',
  metadata: { after },
  blocks: [textInput({ name: 'word', label: 'Słowo', max: 20 })],
});

const command = (words: string, run: CommandHandler['run']): CommandHandler => ({
  words: [words],
  help: () => null,
  run,
});
const number = codec(z.int());

/** A feature that is slow, strange or broken on purpose, to see what the platform makes of it. */
export const slowFeature: Feature = {
  name: 'slow',
  commands: [
    command('form', async (_handling, rest) => {
      const [before = 0, after = 0] = rest.split(' ').map(Number);
      await pause(before);
      return openModal(form(after));
    }),
    command('buttons', async (): Promise<Reply> => {
      const one = (id: string, text: string, value?: string) => actions([button(id, text, value ? { value } : {})]);
      return ephemeral({
        text: 'Przyciski',
        blocks: [
          one('slow_number', 'Dobra liczba', number.encode(7)),
          one('slow_number', 'Zła liczba', '{"drop":"table"}'),
          one('slow_gone', 'Nieznany'),
          one('slow_broken', 'Zepsuty'),
        ],
      });
    }),
    command('broken', async () => {
      throw new Error('broken on purpose');
    }),
    command('echo', async (_handling, rest) => ephemeral({ text: rest, blocks: [section('Napisano:'), quoted(rest)] })),
  ],
  actions: [
    defineAction('slow_number', number, async (_handling, value) => ephemeral(say(`Liczba ${value}`))),
    defineAction('slow_broken', noValue, async () => {
      throw new Error('broken on purpose');
    }),
  ],
  views: [
    defineView({
      id: 'slow_form',
      metadata: z.object({ after: z.int() }),
      form: () => z.object({ word: z.string('empty').max(5, 'long') }),
      error: (reason) => `Powód: ${reason}`,
      run: async (_handling, { word }, { after }) => {
        await pause(after);
        if (word === 'taken') return fieldErrors({ word: 'Zajęte' });
        if (word === 'throw') throw new Error('broken on purpose');
        return closeModal(say(`Zapisano ${word}`));
      },
    }),
  ],
};
