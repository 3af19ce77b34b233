import type { Feature } from '../../platform/feature.ts';
import { refreshQueue } from './jobs.ts';
import { refreshForCalls, refreshOwners } from './operations/refresh.ts';
import { helpCommand, homeOpened, unknownCommand } from './slack.ts';

export const home: Feature = {
  name: 'home',
  commands: [helpCommand, unknownCommand],
  events: [homeOpened],
  queues: [refreshQueue],
  onOwed: [refreshOwners],
  onRecord: [refreshForCalls],
};
