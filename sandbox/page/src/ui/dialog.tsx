import { type KeyboardEvent, type ReactNode, useEffect, useId, useRef } from 'react';
import { Icon } from './icon.tsx';

type DialogProps = {
  readonly title: ReactNode;
  readonly onClose: () => void;
  readonly children: ReactNode;
  readonly footer: ReactNode;
  readonly hidden?: boolean;
  readonly small?: boolean;
  /** Grows when the dialog goes on to its next page: it is then read from the top again. */
  readonly step?: number;
  readonly icon?: ReactNode;
};

const focusable = 'button:not([disabled]), input:not([disabled]), textarea:not([disabled]), a[href], [tabindex="0"]';

function keepInside(event: KeyboardEvent, box: HTMLElement): void {
  const all = [...box.querySelectorAll<HTMLElement>(focusable)].filter(
    (one) => one.offsetParent !== null || one.getClientRects().length > 0,
  );
  const edge = event.shiftKey ? all[0] : all.at(-1);
  if (document.activeElement !== edge && document.activeElement !== box) return;
  event.preventDefault();
  (event.shiftKey ? all.at(-1) : all[0])?.focus();
}

function focusFirst(box: HTMLElement): void {
  box.querySelector('.dialog-body')?.scrollTo({ top: 0 });
  const first =
    box.querySelector<HTMLElement>('[data-focus-on-load]') ??
    box.querySelector<HTMLElement>('.dialog-body :is(input, textarea)');
  (first ?? box).focus();
}

/** A dialog over the page: the focus goes in, stays in and comes back; Escape closes. */
export function Dialog({
  title,
  onClose,
  children,
  footer,
  hidden = false,
  small = false,
  step = 0,
  icon = null,
}: DialogProps) {
  const box = useRef<HTMLDivElement>(null);
  const id = useId();
  useEffect(() => {
    if (hidden) return;
    const before = document.activeElement;
    return () => {
      if (before instanceof HTMLElement && before.isConnected) before.focus();
    };
  }, [hidden]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new step is a new page
  useEffect(() => {
    if (!hidden && box.current !== null) focusFirst(box.current);
  }, [hidden, step]);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape') {
      event.stopPropagation();
      onClose();
    }
    if (event.key === 'Tab' && box.current !== null) keepInside(event, box.current);
  };
  return (
    <div className="dialog-back" hidden={hidden}>
      <div
        ref={box}
        className={small ? 'dialog dialog-small' : 'dialog'}
        role="dialog"
        aria-modal="true"
        aria-labelledby={id}
        tabIndex={-1}
        onKeyDown={onKeyDown}
      >
        <header className="dialog-head">
          {icon}
          <h1 id={id}>{title}</h1>
          <button
            type="button"
            className="icon-button"
            aria-label="Zamknij okno"
            title="Zamknij okno"
            onClick={onClose}
          >
            <Icon name="close" />
          </button>
        </header>
        <div className="dialog-body">{children}</div>
        <footer className="dialog-foot">{footer}</footer>
      </div>
    </div>
  );
}
