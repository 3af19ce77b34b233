import { useCallback, useEffect, useRef, useState } from 'react';
import type { ActResult, PageView, StateValues } from '../../../page-api.ts';
import { explain } from '../store/explain.ts';
import { useWorkspace } from '../store/workspace.tsx';

type Errors = Readonly<Record<string, string>>;

const errorsOf = (result: ActResult): Errors | null => {
  if (!result.ok) return result.errors ?? null;
  return result.response?.action === 'errors' ? result.response.errors : null;
};

/** Sends a modal's form. Errors, of Slack's own checks or the app's, go when their field is touched. */
export function useSubmit(view: PageView) {
  const { act } = useWorkspace();
  const [errors, setErrors] = useState<Errors>({});
  const [busy, setBusy] = useState(false);
  const [trouble, setTrouble] = useState<string | null>(null);
  const [updates, setUpdates] = useState(0);
  const [refusals, setRefusals] = useState(0);
  const shown = useRef(view.hash);
  useEffect(() => {
    if (shown.current === view.hash) return;
    shown.current = view.hash;
    setErrors({});
    setTrouble(null);
  }, [view.hash]);
  const onTouch = useCallback((blockId: string) => setErrors(({ [blockId]: _, ...others }) => others), []);
  const submit = async (values: StateValues) => {
    setTrouble(null);
    setBusy(true);
    const result = await act({ do: 'submit', viewId: view.id, values });
    setBusy(false);
    if (result.ok && result.response?.action === 'updated') setUpdates((count) => count + 1);
    const told = errorsOf(result);
    setErrors(told ?? {});
    if (told !== null) setRefusals((count) => count + 1);
    else if (!result.ok) setTrouble(explain(result.error));
  };
  return { errors, busy, trouble, updates, refusals, onTouch, submit };
}
