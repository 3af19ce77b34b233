import type { Core } from '../../core.ts';
import type { Act, ActResult, ElementState } from '../../page-api.ts';
import type { Person } from '../../world/types.ts';
import { perform } from '../act.ts';
import type { Hit } from './find.ts';

type Done = Extract<ActResult, { ok: true }>;
/** Does one thing and waits until the app is still. @throws with Slack's word when refused. */
export type Run = (act: Act) => Promise<Done>;

export const createRun =
  (core: Core, person: Person, settled: () => Promise<void>): Run =>
  async (act) => {
    const result = await perform(core, person.id, act);
    await settled();
    if (!result.ok) throw new Error(`${person.name} could not ${act.do}: ${result.error}`);
    return result;
  };

/** The act of pressing an element found on the screen. */
export const pressed = (hit: Hit, value?: ElementState): Act => ({
  do: 'press',
  place: hit.place,
  blockId: hit.block.block_id,
  actionId: hit.element.action_id,
  ...(value && { value }),
});

export const isExternal = (hit: Hit): boolean => hit.element.type.endsWith('external_select');

/** What the app offers in an external select for what was typed. */
export const askOptions = async (run: Run, hit: Hit, query: string): Promise<readonly unknown[]> => {
  const { place, block, element } = hit;
  const result = await run({ do: 'suggest', place, blockId: block.block_id, actionId: element.action_id, query });
  return result.options ?? [];
};
