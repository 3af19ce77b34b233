import { type ReactNode, useCallback, useRef, useState } from 'react';
import { useAnchored } from './use-anchored.ts';
import { useDismiss } from './use-dismiss.ts';

type PopoverProps = {
  readonly label: string;
  readonly button: ReactNode;
  readonly className?: string;
  readonly onOpen?: () => void;
  readonly children: ReactNode;
};

/** A button that opens a small panel for reading. */
export function Popover({ label, button, className = 'chip-button', onOpen, children }: PopoverProps) {
  const [open, setOpen] = useState(false);
  const box = useRef<HTMLSpanElement>(null);
  const close = useCallback(() => setOpen(false), []);
  const { style } = useAnchored(box, open, 420, 320);
  useDismiss(box, open, close);
  const toggle = () => {
    if (!open) onOpen?.();
    setOpen(!open);
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: Escape closes the panel from wherever the focus is in it
    <span
      ref={box}
      className="menu-anchor"
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || !open) return;
        close();
        box.current?.querySelector('button')?.focus();
      }}
    >
      <button
        type="button"
        className={className}
        aria-label={label}
        title={label}
        aria-expanded={open}
        onClick={toggle}
      >
        {button}
      </button>
      {open ? (
        <section className="popup popover" aria-label={label} style={style}>
          {children}
        </section>
      ) : null}
    </span>
  );
}
