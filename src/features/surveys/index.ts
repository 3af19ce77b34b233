import type { Feature } from '../../platform/feature.ts';

export const surveys: Feature = { name: 'surveys' };
