import type { Feature } from '../../platform/feature.ts';

export const actions: Feature = { name: 'actions' };
