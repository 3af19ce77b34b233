import type { Feature } from '../../platform/feature.ts';
import { filesQueue } from './jobs/files.ts';
import { deliveryLanes, dueTick, nextNotice } from './jobs/index.ts';
import { retellQueue } from './jobs/retell.ts';
import { undeliveredNotice } from './notices.ts';
import { nextAction, previousAction, retryAction, retryAllAction, showAction, undeliveredCommand } from './slack.ts';

export const notices: Feature = {
  name: 'notices',
  commands: [undeliveredCommand],
  actions: [showAction, previousAction, nextAction, retryAction, retryAllAction],
  queues: [retellQueue, filesQueue],
  lanes: [deliveryLanes],
  ticks: [dueTick],
  upcoming: nextNotice,
  notices: [undeliveredNotice],
};
