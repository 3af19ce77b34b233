import { type KeyboardEvent, useState } from 'react';
import type { Choice } from './choices.ts';

type Options = {
  readonly choices: readonly Choice[];
  readonly open: boolean;
  readonly setOpen: (open: boolean) => void;
  readonly onPick: (choice: Choice) => void;
  readonly onErase: () => void;
};

/** Keys of a combobox: arrows, Home and End move, Enter picks, Escape closes only the list, Backspace in an empty field takes the last one off. */
export function useComboboxKeys({ choices, open, setOpen, onPick, onErase }: Options) {
  const [active, setActive] = useState(0);
  const last = choices.length - 1;
  const moves: Readonly<Record<string, number>> = {
    ArrowDown: active >= last ? 0 : active + 1,
    ArrowUp: active <= 0 ? last : active - 1,
    Home: 0,
    End: last,
  };
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    const choice = choices[active];
    if (event.key === 'Backspace' && event.currentTarget.value === '') onErase();
    if (event.key === 'Tab') setOpen(false);
    if (!open) {
      if (event.key === 'ArrowDown' || event.key === 'Enter') {
        event.preventDefault();
        setOpen(true);
      }
      return;
    }
    const next = moves[event.key];
    if (next !== undefined) {
      event.preventDefault();
      setActive(next);
    } else if (event.key === 'Enter') {
      event.preventDefault();
      if (choice !== undefined) onPick(choice);
    } else if (event.key === 'Escape') {
      event.stopPropagation();
      setOpen(false);
    }
  };
  return { active: Math.min(active, Math.max(0, last)), setActive, onKeyDown };
}
