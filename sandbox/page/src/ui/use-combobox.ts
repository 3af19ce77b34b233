import { type KeyboardEvent, useState } from 'react';
import type { Choice } from './choices.ts';

type Options = {
  readonly choices: readonly Choice[];
  readonly open: boolean;
  readonly setOpen: (open: boolean) => void;
  readonly onPick: (choice: Choice) => void;
  readonly onErase: () => void;
  /** Whether Tab takes the line the arrows stand on, because something was typed for it. */
  readonly tabPicks: boolean;
};

const moved = (key: string, active: number, last: number): number | undefined => {
  if (key === 'ArrowDown') return active >= last ? 0 : active + 1;
  if (key === 'ArrowUp') return active <= 0 ? last : active - 1;
  return undefined;
};

/**
 * Keys of a combobox: arrows move, Enter picks (and Tab, after typing), Escape closes only the list, Backspace in an
 * empty field takes the last one off.
 */
export function useComboboxKeys({ choices, open, setOpen, onPick, onErase, tabPicks }: Options) {
  const [at, setActive] = useState(0);
  const last = choices.length - 1;
  const active = Math.min(at, Math.max(0, last));
  const whileOpen = (event: KeyboardEvent) => {
    const next = moved(event.key, active, last);
    const choice = choices[active];
    if (next !== undefined) setActive(next);
    else if (event.key === 'Enter') choice !== undefined && onPick(choice);
    else if (event.key === 'Escape') setOpen(false);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.key === 'Backspace' && event.currentTarget.value === '') onErase();
    if (event.key === 'Tab' && open && tabPicks && choices[active] !== undefined) onPick(choices[active]);
    else if (event.key === 'Tab') setOpen(false);
    else if (open) whileOpen(event);
    else if (event.key === 'ArrowDown' || event.key === 'Enter') {
      event.preventDefault();
      setOpen(true);
    }
  };
  return { active, setActive, onKeyDown };
}
