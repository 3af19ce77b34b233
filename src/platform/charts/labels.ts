import { clip } from '../../core/text.ts';

/** Cut before a word where that leaves most of it, else inside. */
function short(text: string, max: number): string {
  if (text.length <= max) return text;
  const cut = clip(text, max);
  const at = cut.lastIndexOf(' ');
  return at > max / 2 ? `${cut.slice(0, at)}…` : cut;
}

/**
 * Labels of at most `max` UTF-16 units, none empty and no two the same: those that become alike by being cut are
 * numbered, for Slack puts points together by their label.
 */
export function shortLabels(labels: readonly string[], max: number): readonly string[] {
  const used = new Set<string>();
  return labels.map((label) => {
    const bare = short(label.trim() || '–', max);
    let chosen = bare;
    for (let n = 2; used.has(chosen); n += 1) {
      const number = ` (${n})`;
      chosen = `${short(bare, max - number.length)}${number}`;
    }
    used.add(chosen);
    return chosen;
  });
}

/** Words in lines of at most `max` letters; what does not fit into so many lines is cut. */
export function wrapped(text: string, max: number, lines: number): readonly string[] {
  const found: string[] = [];
  // A single letter, such as "i" or "z", never ends a line.
  const joined = text.trim().replaceAll(/(?<=(?:^|\s)\p{L})\s+/gu, '\u00a0');
  for (const word of joined.split(/[^\S\u00a0]+/u)) {
    const last = found.at(-1);
    if (last !== undefined && last.length + word.length < max) found[found.length - 1] = `${last} ${word}`;
    else found.push(clip(word, max));
  }
  if (found.length <= lines) return found;
  const kept = found.slice(0, lines);
  return [...kept.slice(0, -1), clip(`${kept.at(-1)} …………`, Math.min(max, (kept.at(-1)?.length ?? 0) + 1))];
}
