import type { Feature } from '../../platform/feature.ts';
import { helpCommand, homeOpened, unknownCommand } from './slack.ts';

export const home: Feature = {
  name: 'home',
  commands: [helpCommand, unknownCommand],
  events: [homeOpened],
};
