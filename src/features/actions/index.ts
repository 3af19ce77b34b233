import type { Feature } from '../../platform/feature.ts';
import { dueTick, nextDateEnd } from './jobs.ts';
import {
  askedNotice,
  attendNotice,
  changedNotice,
  noteNotice,
  plannedNotice,
  reportedNotice,
  unobservedNotice,
} from './notices.ts';
import { actionSource, matterKinds } from './obligations.ts';
import { actionBrief, actionPart, actionsHome, foreseenQuestions } from './offers.ts';
import { awayFromDates, handOverDates } from './operations/index.ts';
import * as slack from './slack/index.ts';

export const actions: Feature = {
  name: 'actions',
  commands: [slack.actionCommand],
  actions: [
    ...[slack.pageAction, slack.previousAction, slack.nextAction],
    ...[slack.planOpen, slack.titleOpen, slack.addOpen, slack.moveOpen, slack.removeOpen, slack.cancelOpen],
    ...[slack.heldAction, slack.partlyAction, slack.movedAction, slack.offAction],
    ...[slack.reportOpen, slack.withdrawAction],
    ...[slack.agreeAction, slack.unableOpen, slack.acceptAction, slack.observerOpen, slack.noteOpen],
  ],
  views: [
    ...[slack.planView, slack.titleView, slack.addView, slack.moveView, slack.removeView],
    ...[slack.partlyView, slack.cancelView, slack.cancelAllView, slack.reportView],
    ...[slack.unableView, slack.observerView, slack.noteView],
  ],
  options: [slack.expertOptions],
  notices: [...[plannedNotice, changedNotice, attendNotice, unobservedNotice, askedNotice, noteNotice, reportedNotice]],
  cards: [actionPart],
  homes: [actionsHome],
  sources: [actionSource],
  obligations: matterKinds,
  foreseen: foreseenQuestions,
  handOverBriefs: [actionBrief],
  onHandOver: [handOverDates],
  onAway: [awayFromDates],
  ticks: [dueTick],
  upcoming: nextDateEnd,
};
