import { provesBuilders } from '../../support/builders.ts';
import { entryBuilders } from './applications-entry.ts';
import { resultBuilders } from './applications-results.ts';
import { reviewBuilders } from './applications-review.ts';

provesBuilders('features/applications', [...entryBuilders, ...reviewBuilders, ...resultBuilders]);
