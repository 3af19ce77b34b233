import type { Story } from '../story/index.ts';
import type { World } from '../world.ts';

export type Judged = {
  readonly world: World;
  readonly story: Story;
  /** Whether the story was played to its end, so that all it tells must have come about. */
  readonly isWhole: boolean;
  /** What people could not do however often they tried. */
  readonly failures: readonly string[];
  readonly say: (line: string) => void;
};
