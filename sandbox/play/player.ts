import { pressInChannel, pressInDirect } from '../hands/beside.ts';
import type { Place } from '../page-api.ts';
import { PEOPLE } from '../seed.ts';
import type { Player, Stage } from './stage.ts';
import { type Language, sayIn } from './words.ts';

/** How long somebody looks for words, in milliseconds of real time. */
const PATIENCE_MS = 20_000;

/** Oliver reads English wherever the story is played. */
export const languageOf = (stage: Pick<Stage, 'language'>, id: string): Language =>
  id === PEOPLE.representatives[7] ? 'en' : stage.language;

/** The conversation with the app. */
const APP = 'Debiuty';

const plain = (text: string): string => text.replaceAll(/[*_\u00A0]/g, (mark) => (mark === '\u00A0' ? ' ' : ''));

type Driver = ReturnType<Stage['sandbox']['as']>;
type At = (channel?: string, home?: boolean) => void;

/** What a driver does, slowly enough to be followed, with the place told. */
const followed = (stage: Stage, driver: Driver, at: At): Pick<Driver, 'slash' | 'click' | 'openHome' | 'fill'> => {
  const after = async (act: Promise<unknown>): Promise<void> => {
    await act;
    await stage.breath('act');
  };
  return {
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
  };
};

/** Waits for words. */
const looking = (stage: Stage, driver: Driver, at: At): Player['sees'] => {
  const shown = (channel?: string): string => {
    const modal = driver.modal();
    return channel === undefined ? `${modal?.heading}\n${modal?.all}` : driver.texts(channel).join('\n');
  };
  return async (words, channel) => {
    at(channel);
    const isThere = () => plain(shown(channel)).includes(plain(words));
    await stage.sandbox.waitFor(isThere, { timeoutMs: PATIENCE_MS, everyMs: 40, what: `"${words}"` }).catch(() => {
      const place = channel ?? 'the form';
      throw new Error(`${driver.name} does not see "${words}" in ${place}: ${shown(channel).slice(-700)}`);
    });
    await stage.breath('act');
  };
};

/** A person as they act in a story. @param goTo told where this person is about to do something. */
export const playerOf = (stage: Stage, id: string, goTo: (place: Place) => void): Player => {
  const driver = stage.sandbox.as(id);
  const { world } = stage.sandbox;
  const at: At = (channel, home) => {
    const direct = channel === APP ? world.im(id, world.bot.id) : undefined;
    const found = channel === undefined ? undefined : (direct ?? world.channelNamed(channel.replace(/^#/, '')));
    // A form stands where its person was before.
    if (home || found) goTo({ as: id, at: home ? 'home' : (found?.id ?? null) });
  };
  return {
    ...driver,
    ...followed(stage, driver, at),
    t: sayIn(languageOf(stage, id)),
    sees: looking(stage, driver, at),
    pressIn: async (label, about, channel = APP) => {
      at(channel);
      await (channel === APP ? pressInDirect(driver, about, label) : pressInChannel(driver, channel, about, label));
      await stage.sandbox.settled();
      await stage.breath('act');
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
