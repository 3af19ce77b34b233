import type { Chapter } from '../stage.ts';
import { action } from './action.ts';
import { admit } from './admit.ts';
import { apply } from './apply.ts';
import { assign } from './assign.ts';
import { consult } from './consult.ts';
import { event } from './event.ts';
import { feedback } from './feedback.ts';
import { found } from './found.ts';
import { opinion } from './opinion.ts';

/** The story in its order. A chapter more is a file more, and a line here. */
export const CHAPTERS: readonly Chapter[] = [found, apply, admit, assign, consult, event, action, opinion, feedback];
