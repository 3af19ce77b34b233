import type { Core } from '../../core.ts';
import type { ElementState } from '../../page-api.ts';
import type { Person, StoredView } from '../../world/types.ts';
import { enter } from '../../world/views.ts';
import { type Entry, stateAfter } from './fill.ts';
import { findElement, type Hit, textOf } from './find.ts';
import { askOptions, isExternal, pressed, type Run } from './run.ts';
import type { PersonActs, Submitted } from './types.ts';

const isField = (hit: Hit): boolean => hit.element.type !== 'button';

const labelled = (view: StoredView, errors: Readonly<Record<string, string>>): Readonly<Record<string, string>> =>
  Object.fromEntries(
    Object.entries(errors).map(([id, text]) => {
      const block = view.body.blocks.find((one) => one.block_id === id);
      return [textOf(block?.['label']) || id, text];
    }),
  );

/** Filling and sending of forms, and choosing in selects outside of them. */
export const createForms = (
  core: Core,
  person: Person,
  run: Run,
): Pick<PersonActs, 'fill' | 'choose' | 'submit' | 'close'> => {
  const top = (): StoredView | undefined => core.world.modals(person.id).at(-1);

  const stateFor = async (hit: Hit, entry: Entry, label: string): Promise<ElementState> => {
    const queries = Array.isArray(entry) ? entry.map(String) : [String(entry)];
    const asks = isExternal(hit) && entry !== null ? queries.map((query) => askOptions(run, hit, query)) : [];
    const offered = (await Promise.all(asks)).flat();
    return stateAfter(core, person, { element: hit.element, label, offered }, entry);
  };

  const fillOne = async (label: string, entry: Entry): Promise<void> => {
    const view = top();
    if (!view) throw new Error(`${person.name} has no modal open to fill "${label}"`);
    const hit = findElement(core, person, label, {}, isField);
    const value = await stateFor(hit, entry, label);
    const silent = hit.block.type === 'input' && hit.block['dispatch_action'] !== true;
    if (!silent) return void (await run(pressed(hit, value)));
    enter(view, { [hit.block.block_id]: { [hit.element.action_id]: value } });
    core.changed({ changed: 'modals' });
  };

  const submit = async (): Promise<Submitted> => {
    const view = top();
    if (!view) throw new Error(`${person.name} has no modal open to submit`);
    const { response } = await run({ do: 'submit', viewId: view.id, values: {} });
    if (response?.action !== 'errors') return { action: response?.action ?? 'closed', errors: {} };
    return { action: 'errors', errors: labelled(view, response.errors) };
  };

  return {
    fill: async (fields) => {
      for (const [label, entry] of Object.entries(fields)) await fillOne(label, entry);
    },
    choose: async (label, entry, where = {}) => {
      const hit = findElement(core, person, label, where, isField);
      await run(pressed(hit, await stateFor(hit, entry, label)));
    },
    submit,
    close: async () => {
      const view = top();
      if (view) await run({ do: 'close', viewId: view.id });
    },
  };
};
