export {
  type Action,
  type ActionDay,
  actionById,
  actionOf,
  actionsOf,
  type Observation,
  observationOf,
} from './queries/index.ts';
export type { ActionState } from './rules/index.ts';
