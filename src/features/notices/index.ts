import type { Feature } from '../../platform/feature.ts';
import { deliverQueue } from './jobs.ts';
import { retryAction, undeliveredCommand } from './slack.ts';

export const notices: Feature = {
  name: 'notices',
  commands: [undeliveredCommand],
  actions: [retryAction],
  queues: [deliverQueue],
};
