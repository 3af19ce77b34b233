import type { Feature } from '../../platform/feature.ts';
import { languageCommand, personChanged, removeStaffAction, staffAddCommand, staffCommand } from './slack.ts';

export const people: Feature = {
  name: 'people',
  commands: [staffCommand, staffAddCommand, languageCommand],
  actions: [removeStaffAction],
  events: [personChanged],
};
