import { useCallback, useState } from 'react';
import { type Choice, matching } from './choices.ts';
import { useComboboxKeys } from './use-combobox.ts';

export type Picking = {
  readonly choices: readonly Choice[];
  readonly picked: readonly Choice[];
  readonly multiple?: boolean;
  /** Set when someone else searches: the list is then shown as given. */
  readonly onQuery?: (query: string) => void;
  /** Adds choices for what is typed, e.g. a time that is not in the list. */
  readonly extra?: (query: string) => readonly Choice[];
  readonly onChange: (picked: readonly Choice[]) => void;
};

function toggled(picked: readonly Choice[], choice: Choice): readonly Choice[] {
  const others = picked.filter((one) => one.key !== choice.key);
  return others.length < picked.length ? others : [...picked, choice];
}

/** What a combobox does without its looks: opening, searching, choosing one or several, taking off. */
export function usePicking({ choices, picked, multiple = false, onQuery, extra, onChange }: Picking) {
  const [open, setOpen] = useState(false);
  const [query, setQuery] = useState('');
  const close = useCallback(() => {
    setOpen(false);
    setQuery('');
  }, []);
  const show = (next: boolean) => {
    setOpen(next);
    setQuery('');
    if (next) onQuery?.('');
  };
  const offered = [...(extra?.(query) ?? []), ...(onQuery === undefined ? matching(choices, query) : choices)];
  const remove = (choice: Choice) => onChange(picked.filter((one) => one.key !== choice.key));
  const pick = (choice: Choice) => {
    if (choice.disabled === true) return;
    onChange(multiple ? toggled(picked, choice) : [choice]);
    if (multiple) setQuery('');
    else close();
  };
  const last = picked.at(-1);
  const erase = () => {
    if (multiple && last !== undefined) remove(last);
  };
  const tabPicks = query !== '' && !multiple;
  const keys = useComboboxKeys({ choices: offered, open, setOpen: show, onPick: pick, onErase: erase, tabPicks });
  const type = (text: string) => {
    setOpen(true);
    setQuery(text);
    keys.setActive(0);
    onQuery?.(text);
  };
  return { open, query, offered, active: keys.active, onKeyDown: keys.onKeyDown, show, close, pick, remove, type };
}
