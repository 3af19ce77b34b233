import type { Feature } from '../../platform/feature.ts';
import * as slack from './slack/index.ts';

export const experts: Feature = {
  name: 'experts',
  commands: [slack.addCommand, slack.editCommand, slack.tieCommand, slack.listCommand],
  actions: [slack.openAction, slack.previousAction, slack.nextAction, slack.tieAction, slack.endTieAction],
  views: [slack.formView, slack.tieView],
  options: [slack.expertOptions, slack.organisationOptions],
};
