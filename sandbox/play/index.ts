import type { Place } from '../page-api.ts';
import { CHAPTERS } from './chapters/index.ts';
import { playerOf } from './player.ts';
import type { Chapter, Player, Scenes, Stage } from './stage.ts';
import { pass, summer } from './time.ts';
import { sayIn, type Words } from './words.ts';

/** What people of the story have open is put away between the chapters. */
const scenesOf = (stage: Stage, tell: (line: Words | null, place: Place | null) => void): Scenes => {
  const players = new Map<string, Player>();
  const places = new Map<string, Place>();
  const go = (place: Place): void => {
    places.set(place.as ?? '', place);
    tell(null, place);
  };
  const as = (who: string): Player => {
    const player = players.get(who) ?? playerOf(stage, who, go);
    players.set(who, player);
    return player;
  };
  return {
    stage,
    as,
    step: async (who, line, act) => {
      tell(line, places.get(who) ?? { as: who, at: null });
      await stage.breath('step');
      const player = as(who);
      await act(player);
      await player.putAway();
    },
    until: (civil) => pass(stage, summer(civil)),
  };
};

/**
 * Plays the whole path of the eight organisations, chapter by chapter. People act through the workspace alone: commands,
 * buttons and forms.
 * @returns the keys of the chapters played. @throws naming the chapter and the step when somebody cannot go on.
 */
export const playStory = async (stage: Stage, chapters: readonly Chapter[] = CHAPTERS): Promise<readonly string[]> => {
  const t = sayIn(stage.language);
  const played: string[] = [];
  for (const [index, chapter] of chapters.entries()) {
    const title = t(...chapter.title);
    let step = '';
    let place: Place = { as: null, at: null };
    const tell = (line: Words | null, next: Place | null): void => {
      step = line === null ? step : t(...line);
      place = next ?? place;
      stage.show({ chapter: index + 1, of: chapters.length, title, step, place });
    };
    tell(['', ''], null);
    await stage.breath('chapter');
    try {
      await chapter.play(scenesOf(stage, tell));
    } catch (error) {
      throw new Error(`${title}: ${step}: ${error instanceof Error ? error.message : String(error)}`, { cause: error });
    }
    played.push(chapter.key);
  }
  return played;
};
