import type { AnyBlock } from '@slack/types';
import { createContext, useCallback, useContext, useMemo, useRef, useState } from 'react';
import type { ElementPlace, ElementState, StateValues, SuggestedOption } from '../../../page-api.ts';
import { explain } from '../store/explain.ts';
import { useWorkspace } from '../store/workspace.tsx';
import { stateOf, withState } from './state.ts';

export type Suggested = {
  readonly options: readonly SuggestedOption[];
  readonly groups?: readonly string[] | undefined;
};

/** What stands around interactive elements: a message, a modal or the Home tab. */
export type Surface = {
  readonly blocks: readonly AnyBlock[];
  readonly values: StateValues;
  /** Keys (`block action`) of elements whose press has not been answered yet, and of those that failed with the reason. */
  readonly pressing: ReadonlySet<string>;
  readonly failed: Readonly<Record<string, string>>;
  readonly errors: Readonly<Record<string, string>>;
  readonly set: (blockId: string, actionId: string, state: ElementState) => void;
  readonly press: (blockId: string, actionId: string, state: ElementState | null) => Promise<void>;
  /** Options with their groups, or why there are none. */
  readonly suggest: (blockId: string, actionId: string, query: string) => Promise<Suggested | string>;
};

const SurfaceContext = createContext<Surface | null>(null);
export const SurfaceProvider = SurfaceContext.Provider;

export function useSurface(): Surface {
  const surface = useContext(SurfaceContext);
  if (surface === null) throw new Error('no surface around this element');
  return surface;
}

export const elementKey = (blockId: string, actionId: string): string => `${blockId} ${actionId}`;

/** @param known what the server holds of it, shown until something is typed on this page. */
function useTyped(blocks: readonly AnyBlock[], known: StateValues | undefined) {
  const [typed, setTyped] = useState<StateValues | null>(null);
  const values = useMemo(() => stateOf(blocks, typed ?? known ?? {}), [blocks, typed, known]);
  const latest = useRef(values);
  latest.current = values;
  const put = useCallback((blockId: string, actionId: string, state: ElementState): StateValues => {
    latest.current = withState(latest.current, blockId, actionId, state);
    setTyped(latest.current);
    return latest.current;
  }, []);
  return { values, latest, put };
}

function usePresses(place: ElementPlace) {
  const { act } = useWorkspace();
  const [pressing, setPressing] = useState<ReadonlySet<string>>(new Set());
  const [failed, setFailed] = useState<Readonly<Record<string, string>>>({});
  const send = async (blockId: string, actionId: string, value: ElementState | null, values: StateValues) => {
    const key = elementKey(blockId, actionId);
    setPressing((old) => new Set([...old, key]));
    const result = await act({ do: 'press', place, blockId, actionId, values, ...(value === null ? {} : { value }) });
    setPressing((old) => new Set([...old].filter((one) => one !== key)));
    setFailed((old) => {
      const { [key]: _, ...others } = old;
      return result.ok ? others : { ...others, [key]: explain(result.error) };
    });
  };
  return { pressing, failed, send };
}

/** What a surface shows, with what the server knows to be typed in it already. */
type Shown = { readonly blocks: readonly AnyBlock[]; readonly known?: StateValues | undefined };

/** The state and acts of one surface. Typed values live as long as the component does and outlast an update of the blocks. */
export function useSurfaceState(
  place: ElementPlace,
  { blocks, known }: Shown,
  errors: Readonly<Record<string, string>> = {},
  onTouch?: (blockId: string) => void,
): Surface {
  const { act } = useWorkspace();
  const { values, latest, put } = useTyped(blocks, known);
  const { pressing, failed, send } = usePresses(place);
  return {
    blocks,
    values,
    pressing,
    failed,
    errors,
    set: (blockId, actionId, state) => {
      put(blockId, actionId, state);
      onTouch?.(blockId);
    },
    press: (blockId, actionId, state) =>
      send(
        blockId,
        actionId,
        state,
        state === null || state.type === 'overflow' ? latest.current : put(blockId, actionId, state),
      ),
    suggest: async (blockId, actionId, query) => {
      const result = await act({ do: 'suggest', place, blockId, actionId, query });
      return result.ok ? { options: result.options ?? [], groups: result.groups } : explain(result.error);
    },
  };
}
