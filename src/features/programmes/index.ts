import type { Feature } from '../../platform/feature.ts';
import { definitions } from './input/definitions.ts';
import { cardTick, nextMoment, prepareQueue } from './jobs/index.ts';
import { newcomerQueue } from './jobs/newcomer.ts';
import {
  beginView,
  callView,
  cohortView,
  listCommand,
  newAction,
  newCommand,
  nextAction,
  openAction,
  previousAction,
  retryAction,
  setCallAction,
} from './slack/index.ts';

export const programmes: Feature = {
  name: 'programmes',
  commands: [newCommand, listCommand],
  actions: [newAction, openAction, previousAction, nextAction, retryAction, setCallAction],
  views: [beginView, cohortView, callView],
  queues: [prepareQueue, newcomerQueue],
  ticks: [cardTick],
  upcoming: nextMoment,
  check: (deps) => {
    definitions(deps);
  },
};
