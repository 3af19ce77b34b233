import type { Feature } from '../../platform/feature.ts';
import { intakeNotices } from './notices.ts';
import { applicationSource, sendKind, staffKinds } from './obligations.ts';
import { applyOffer, behalfOffer, mineOffer, ourApplicationOffer } from './offers.ts';
import {
  applyAction,
  applyCommand,
  applyShortcut,
  behalfAction,
  behalfCommand,
  behalfView,
  resumeAction,
} from './slack/apply.ts';
import { decisionHandlers } from './slack/decisions.ts';
import {
  answersAction,
  confirmAction,
  declineAction,
  mineAction,
  mineCommand,
  pullBackAction,
  withdrawAction,
  withdrawView,
} from './slack/mine.ts';
import { backAction, checkView, editAction, stepView } from './slack/steps.ts';

const actions = [
  applyAction,
  resumeAction,
  behalfAction,
  backAction,
  editAction,
  mineAction,
  answersAction,
  pullBackAction,
  withdrawAction,
];

export const applications: Feature = {
  name: 'applications',
  commands: [applyCommand, behalfCommand, mineCommand, ...decisionHandlers.commands],
  shortcuts: [applyShortcut],
  actions: [...actions, confirmAction, declineAction, ...decisionHandlers.actions],
  views: [stepView, checkView, behalfView, withdrawView, ...decisionHandlers.views],
  waitingActs: decisionHandlers.waitingActs,
  notices: [...intakeNotices, ...decisionHandlers.notices],
  sources: [applicationSource],
  obligations: [sendKind, ...staffKinds],
  cohortCards: [applyOffer],
  cards: [ourApplicationOffer],
  homes: [mineOffer, behalfOffer, ...decisionHandlers.homes],
};
