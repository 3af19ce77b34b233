import { z } from 'zod';
import { defineQueue } from '../../platform/feature.ts';
import { CANVAS } from './ids.ts';
import { writeCanvas } from './operations/index.ts';

export const canvasQueue = defineQueue(CANVAS, z.object({ opinionId: z.uuid() }), (deps, { opinionId }) =>
  writeCanvas(deps, opinionId),
);
