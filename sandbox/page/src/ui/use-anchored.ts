import { type CSSProperties, type RefObject, useLayoutEffect, useState } from 'react';

type Anchored = { readonly style: CSSProperties };

const gap = 4;
const edge = 8;

function placeBeside(box: DOMRect, wanted: number, minWidth: number): CSSProperties {
  const below = window.innerHeight - box.bottom - gap - edge;
  const above = box.top - gap - edge;
  const up = below < Math.min(wanted, 220) && above > below;
  const width = Math.min(Math.max(box.width, minWidth), window.innerWidth - 2 * edge);
  const left = Math.max(edge, Math.min(box.left, window.innerWidth - width - edge));
  const vertical = up ? { bottom: window.innerHeight - box.top + gap } : { top: box.bottom + gap };
  return { position: 'fixed', left, width, maxHeight: Math.min(wanted, up ? above : below), ...vertical };
}

/** Where a list, menu or calendar opens: below its anchor, or above when there is no room, never outside the window. */
export function useAnchored(
  anchor: RefObject<HTMLElement | null>,
  open: boolean,
  wanted = 320,
  minWidth = 0,
): Anchored {
  const [style, setStyle] = useState<CSSProperties>({ position: 'fixed', opacity: 0 });
  useLayoutEffect(() => {
    const element = anchor.current;
    if (!open || element === null) return;
    const place = () => setStyle(placeBeside(element.getBoundingClientRect(), wanted, minWidth));
    place();
    window.addEventListener('resize', place);
    window.addEventListener('scroll', place, true);
    return () => {
      window.removeEventListener('resize', place);
      window.removeEventListener('scroll', place, true);
    };
  }, [anchor, open, wanted, minWidth]);
  return { style };
}
