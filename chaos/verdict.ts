import type { Bots } from './bots.ts';
import type { Story } from './story/index.ts';
import type { World } from './world.ts';

export type Judged = {
  readonly world: World;
  readonly bots: Bots;
  readonly story: Story;
  readonly failures: readonly string[];
  readonly say: (line: string) => void;
};

/** True when all holds. */
export async function judge({ failures, say }: Judged): Promise<boolean> {
  for (const line of failures) say(line);
  return failures.length === 0;
}
