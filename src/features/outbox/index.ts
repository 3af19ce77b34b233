import type { Feature } from '../../platform/feature.ts';
import { outboxOffer } from './offers.ts';
import {
  backAction,
  cancelAction,
  holdAction,
  hurryAction,
  nextAction,
  outboxCommand,
  previousAction,
  rehearsalView,
  rehearseAction,
  resumeAction,
  rewordAction,
  showAction,
  wordsView,
} from './slack/index.ts';

export const outbox: Feature = {
  name: 'outbox',
  commands: [outboxCommand],
  actions: [
    ...[showAction, backAction, previousAction, nextAction],
    ...[holdAction, resumeAction, cancelAction, hurryAction, rewordAction, rehearseAction],
  ],
  views: [wordsView, rehearsalView],
  homes: [outboxOffer],
};
