import type { Feature } from '../../platform/feature.ts';
import { organisationCommand, pageAction } from './slack.ts';

export const organisations: Feature = {
  name: 'organisations',
  commands: [organisationCommand],
  actions: [pageAction],
};
