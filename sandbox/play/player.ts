import type { Place } from '../page-api.ts';
import { PEOPLE } from '../seed.ts';
import type { Player, Stage } from './stage.ts';
import { type Language, sayIn } from './words.ts';

/** How long somebody looks for words, in milliseconds of real time. */
const PATIENCE_MS = 20_000;

/** Oliver reads English wherever the story is played. */
export const languageOf = (stage: Pick<Stage, 'language'>, id: string): Language =>
  id === PEOPLE.representatives[7] ? 'en' : stage.language;

const plain = (text: string): string => text.replaceAll(/[*_\u00A0]/g, (mark) => (mark === '\u00A0' ? ' ' : ''));

/** A person as they act in a story. @param goTo told where this person is about to do something. */
export const playerOf = (stage: Stage, id: string, goTo: (place: Place) => void): Player => {
  const driver = stage.sandbox.as(id);
  const at = (channel?: string, home?: boolean): void => {
    const key = channel?.replace(/^#/, '');
    const found = key === undefined ? undefined : stage.sandbox.world.channelNamed(key);
    goTo({ as: id, at: home ? 'home' : (found?.id ?? null) });
  };
  const after = async (act: Promise<unknown>): Promise<void> => {
    await act;
    await stage.breath('act');
  };
  const shown = (channel?: string): string => {
    const modal = driver.modal();
    return channel === undefined ? `${modal?.heading}\n${modal?.all}` : driver.texts(channel).join('\n');
  };
  return {
    ...driver,
    t: sayIn(languageOf(stage, id)),
    slash: (channel, line) => {
      at(channel);
      return after(driver.slash(channel, line));
    },
    click: (label, where = {}) => {
      at(where.channel, where.home);
      return after(driver.click(label, where));
    },
    openHome: () => {
      at(undefined, true);
      return after(driver.openHome());
    },
    fill: (fields) => after(driver.fill(fields)),
    sees: async (words, channel) => {
      const isThere = () => plain(shown(channel)).includes(plain(words));
      await stage.sandbox.waitFor(isThere, { timeoutMs: PATIENCE_MS, everyMs: 40, what: `"${words}"` }).catch(() => {
        throw new Error(
          `${driver.name} does not see "${words}" in ${channel ?? 'the form'}: ${shown(channel).slice(-700)}`,
        );
      });
    },
    send: async () => {
      const { action, errors } = await driver.submit();
      if (action === 'errors') throw new Error(`${driver.name} was refused: ${JSON.stringify(errors)}`);
      await stage.breath('act');
    },
    putAway: async () => {
      for (let open = driver.modals().length; open > 0 && driver.modal(); open -= 1) await driver.close();
    },
  };
};
