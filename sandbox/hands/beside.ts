import type { PersonDriver } from '../index.ts';
import type { ElementPlace } from '../page-api.ts';

type Element = { readonly type?: string; readonly action_id?: string; readonly text?: { readonly text?: string } };
type Block = {
  readonly type: string;
  readonly block_id?: string;
  readonly text?: { readonly text?: string };
  readonly accessory?: Element;
  readonly elements?: readonly Element[];
};
type Scene = { readonly place: ElementPlace; readonly blocks: readonly unknown[] };

const isLabelled = (one: Element | undefined, label: string): one is Element =>
  one?.type === 'button' && one.text?.text === label;

/** The button with this label on the section with these words, or in a row of buttons below it. */
function buttonBeside(
  blocks: readonly Block[],
  words: string,
  label: string,
): { block: string; action: string } | null {
  let isBelow = false;
  for (const block of blocks) {
    if (block.type === 'section') isBelow = block.text?.text?.includes(words) ?? false;
    const found = [block.accessory, ...(block.elements ?? [])].find((one) => isLabelled(one, label));
    if (isBelow && found) return { block: block.block_id ?? '', action: found.action_id ?? '' };
  }
  return null;
}

/** The organisations a message speaks of; the names of a story differ in their last word. */
const namesIn = (text: string): number => new Set(text.match(/Fundacja Zmyślona \p{L}+/gu)).size;

/** The only such button of a message that is about these words as a whole, and not one of several matters in a list. */
function buttonIn(blocks: readonly Block[], words: string, label: string): { block: string; action: string } | null {
  const text = JSON.stringify(blocks);
  if (!text.includes(words) || namesIn(text) > 1) return null;
  const all = blocks.flatMap((block) =>
    [block.accessory, ...(block.elements ?? [])]
      .filter((one) => isLabelled(one, label))
      .map((one) => ({ block: block.block_id ?? '', action: one?.action_id ?? '' })),
  );
  return all.length === 1 ? (all[0] ?? null) : null;
}

/** @throws when nobody took it, in Slack's word. */
async function pressIn(person: PersonDriver, scenes: readonly Scene[], words: string, label: string): Promise<void> {
  for (const { place, blocks } of scenes) {
    const all = blocks as readonly Block[];
    const found = buttonBeside(all, words, label) ?? buttonIn(all, words, label);
    if (!found) continue;
    const result = await person.act({ do: 'press', place, blockId: found.block, actionId: found.action });
    if (!result.ok) throw new Error(`${person.name} could not press: ${result.error}`);
    return;
  }
  throw new Error(`${person.name} sees no "${label}" beside "${words}"`);
}

/** Presses the button with this label beside these words in the newest message of a channel that has it. */
export const pressInChannel = (person: PersonDriver, channel: string, words: string, label: string): Promise<void> =>
  pressIn(
    person,
    person
      .messages(channel)
      .toReversed()
      .map(({ channel: id, ts, blocks }) => ({ place: { in: 'message', channel: id, ts }, blocks })),
    words,
    label,
  );

export const pressInDirect = (person: PersonDriver, words: string, label: string): Promise<void> =>
  pressIn(
    person,
    person
      .dms()
      .toReversed()
      .map(({ channel: id, ts, blocks }) => ({ place: { in: 'message', channel: id, ts }, blocks })),
    words,
    label,
  );

export function pressInModal(person: PersonDriver, words: string, label: string): Promise<void> {
  const modal = person.modal();
  return pressIn(
    person,
    modal ? [{ place: { in: 'modal', viewId: modal.id }, blocks: modal.blocks }] : [],
    words,
    label,
  );
}
