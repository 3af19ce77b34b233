import type { Feature } from '../../../../platform/feature.ts';
import { planApplyAction, planApplyView, planChosenOptions, planLoadsAction, planLoadsView } from './apply.ts';
import {
  planChangeAction,
  planChangeView,
  planExpertOptions,
  planNeedsAction,
  planNeedsView,
  planPairAction,
  planPairView,
  planPinAction,
} from './edit.ts';
import {
  planAction,
  planBackAction,
  planCommand,
  planFreshAction,
  planNextAction,
  planPreviousAction,
  planWhyAction,
} from './open.ts';
import { planAgainAction, planCancelAction, planStartView, planTakeAction } from './solve.ts';

/** Everything that answers people who plan for a whole cohort. */
export const planHandlers = {
  commands: [planCommand],
  actions: [
    ...[planAction, planBackAction, planPreviousAction, planNextAction, planFreshAction, planWhyAction],
    ...[planAgainAction, planCancelAction, planTakeAction],
    ...[planPinAction, planChangeAction, planPairAction, planNeedsAction, planApplyAction, planLoadsAction],
  ],
  views: [planStartView, planChangeView, planPairView, planNeedsView, planApplyView, planLoadsView],
  options: [planExpertOptions, planChosenOptions],
} satisfies Partial<Feature>;
