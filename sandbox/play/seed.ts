import { CHANNELS, FOREIGN_TEAM_ID, PEOPLE, seedWorld } from '../seed.ts';
import type { WorldState } from '../world/types.ts';
import type { Language } from './words.ts';

/**
 * The seeded foundation as the story finds it: everybody's Slack speaks the language of the story, and #debiuty is
 * shared with the other workspace, as foundations share it with whom they work.
 */
export const seedStory =
  (language: Language) =>
  (now: number): WorldState => {
    const world = seedWorld(now);
    const locale = language === 'en' ? 'en-GB' : 'pl-PL';
    for (const person of world.persons) {
      if (person.locale !== null && person.id !== PEOPLE.representatives[7]) person.locale = locale;
    }
    const debiuty = world.channels.find(({ id }) => id === CHANNELS.debiuty);
    debiuty?.sharedWith.push(FOREIGN_TEAM_ID);
    debiuty?.members.push(PEOPLE.foreign);
    return world;
  };
