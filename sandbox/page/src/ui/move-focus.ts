/** Moves the focus by `step` among what `selector` finds in a box, round its ends; from outside to its first or last. */
export function moveFocus(box: HTMLElement, selector: string, step: number): void {
  const all = [...box.querySelectorAll<HTMLElement>(selector)];
  const next = all.indexOf(document.activeElement as HTMLElement) + step;
  all.at(next < 0 ? -1 : next % all.length)?.focus();
}
