import { type KeyboardEvent, type ReactNode, useCallback, useId, useRef, useState } from 'react';
import { moveFocus } from './move-focus.ts';
import { useAnchored } from './use-anchored.ts';
import { useDismiss } from './use-dismiss.ts';

export type MenuItem = {
  readonly key: string;
  readonly label: ReactNode;
  readonly description?: ReactNode;
  readonly onPick: () => void;
};

type MenuProps = {
  readonly label: string;
  readonly icon: ReactNode;
  readonly items: readonly MenuItem[];
  readonly className?: string;
  readonly disabled?: boolean;
};

function useMenu() {
  const [open, setOpen] = useState(false);
  const box = useRef<HTMLSpanElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  const close = useCallback(() => setOpen(false), []);
  const { style } = useAnchored(button, open, 400, 260);
  useDismiss(box, open, close);
  const onKeyDown = (event: KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (!open || box.current === null) return;
    if (event.key === 'Escape') {
      event.stopPropagation();
      close();
      button.current?.focus();
    } else if (step !== undefined) {
      event.preventDefault();
      moveFocus(box.current, '[role=menuitem]', step);
    }
  };
  return { open, setOpen, box, button, style, onKeyDown };
}

/** A button that opens a list of things to do; arrows move, Escape closes and gives the focus back. */
export function Menu({ label, icon, items, className = 'icon-button', disabled = false }: MenuProps) {
  const { open, setOpen, box, button, style, onKeyDown } = useMenu();
  const id = useId();
  const pick = (item: MenuItem) => {
    setOpen(false);
    button.current?.focus();
    item.onPick();
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the keys belong to the button and the items inside
    <span ref={box} className="menu-anchor" onKeyDown={onKeyDown}>
      <button
        ref={button}
        type="button"
        className={className}
        aria-label={label}
        title={label}
        aria-haspopup="menu"
        aria-expanded={open}
        aria-controls={id}
        disabled={disabled}
        onClick={() => setOpen(!open)}
      >
        {icon}
      </button>
      {open ? (
        <div id={id} role="menu" aria-label={label} className="popup menu" style={style}>
          {items.length === 0 ? <p className="popup-note">Nic tu nie ma</p> : null}
          {items.map((item) => (
            <button key={item.key} type="button" role="menuitem" className="menu-item" onClick={() => pick(item)}>
              <span>{item.label}</span>
              {item.description === undefined ? null : <small>{item.description}</small>}
            </button>
          ))}
        </div>
      ) : null}
    </span>
  );
}
