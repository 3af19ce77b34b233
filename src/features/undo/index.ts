import type { Feature } from '../../platform/feature.ts';
import { nextWaiting, performTick } from './jobs.ts';
import { correctionNotice, refusedNotice } from './notices.ts';
import { foreseenActs, waitingOffer } from './offers.ts';
import {
  correctAction,
  correctView,
  listAction,
  nextAction,
  nowAction,
  previousAction,
  toOptions,
  undoAction,
  undoCommand,
} from './slack.ts';

export const undo: Feature = {
  name: 'undo',
  commands: [undoCommand],
  actions: [listAction, previousAction, nextAction, undoAction, nowAction, correctAction],
  views: [correctView],
  options: [toOptions],
  notices: [refusedNotice, correctionNotice],
  waiting: [waitingOffer],
  foreseen: foreseenActs,
  ticks: [performTick],
  upcoming: nextWaiting,
};
