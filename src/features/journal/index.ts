import type { Feature } from '../../platform/feature.ts';

export const journal: Feature = { name: 'journal' };
