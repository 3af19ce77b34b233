import type { Core } from '../../core.ts';
import type { Person } from '../../world/types.ts';
import { findElement, findOverflow, isOnlyWords } from './find.ts';
import { pressed, type Run } from './run.ts';
import type { PersonActs } from './types.ts';

/** Presses a button or an entry of an overflow menu. A modal that only says something is put away first, as people do. */
export const createClick = (core: Core, person: Person, run: Run): PersonActs['click'] => {
  const front = () => core.world.modals(person.id).at(-1);
  return async (label, where = {}) => {
    for (let view = front(); view && isOnlyWords(view); view = front()) await run({ do: 'close', viewId: view.id });
    const menu = findOverflow(core, person, label, where);
    const press = menu
      ? pressed(menu.hit, { type: 'overflow', selected_option: menu.option })
      : pressed(findElement(core, person, label, where, (one) => one.element.type === 'button'));
    await run(press);
  };
};
