import { type KeyboardEvent, type RefObject, useLayoutEffect, useRef, useState } from 'react';
import { useWorkspace } from '../store/workspace.tsx';
import type { Choice } from '../ui/choices.ts';
import { useCompletion } from './use-completion.ts';
import { useSend } from './use-send.ts';

const nothing = { text: '', caret: 0 };

type Area = RefObject<HTMLTextAreaElement | null>;

/** The field is as high as its text, up to a point; after a completion the caret stands behind it. */
function useGrowing(area: Area, text: string, caret: number): void {
  // biome-ignore lint/correctness/useExhaustiveDependencies: the height follows what is typed
  useLayoutEffect(() => {
    if (area.current === null) return;
    area.current.style.height = 'auto';
    area.current.style.height = `${Math.min(area.current.scrollHeight, 200)}px`;
    if (area.current.selectionStart !== caret) area.current.setSelectionRange(caret, caret);
  }, [text]);
}

/** The text and where the caret stands in it. A key may tell of the caret in a text it has just replaced: that is over. */
function useTyped() {
  const [{ text, caret }, setTyped] = useState(nothing);
  const moveTo = (value: string, at: number) =>
    setTyped((old) => (old.text === value ? { text: value, caret: at } : old));
  return { text, caret, setTyped, moveTo };
}

/** How a command goes on, once its name is typed. */
function useHint(text: string): string | undefined {
  const word = /^\/\S+(?=\s)/.exec(text)?.[0];
  const known = useWorkspace().snapshot.commands.find((one) => one.command === word);
  return known && `${known.command} ${known.usageHint}`;
}

/** What is being typed, what is offered for it, and its keys: Tab and Enter complete, Enter sends, Shift and Enter start a new line. */
export function useComposer(channel: string, threadTs: string | null) {
  const { snapshot } = useWorkspace();
  const area = useRef<HTMLTextAreaElement>(null);
  const { text, caret, setTyped, moveTo } = useTyped();
  const [active, setActive] = useState(0);
  const [hiddenFor, setHiddenFor] = useState<string | null>(null);
  const [files, setFiles] = useState<readonly File[]>([]);
  const send = useSend(channel, threadTs);
  const hint = useHint(threadTs === null ? text : '');
  const before = text.slice(0, caret);
  const completion = useCompletion(hiddenFor === before ? '' : before, threadTs === null);
  useGrowing(area, text, caret);
  const type = (next: string, at: number) => {
    setTyped({ text: next, caret: at });
    setActive(0);
  };
  const empty = text.trim() === '' && files.length === 0;
  const submit = () => {
    if (!empty) void send(text, files);
    setTyped(nothing);
    setFiles([]);
  };
  const complete = (choice: Choice) => {
    const start = completion?.complete(choice) ?? before;
    type(start + text.slice(caret), start.length);
    area.current?.focus();
  };
  const whole = snapshot.commands.some((one) => one.command === text.trim());
  const whileOffered = (event: KeyboardEvent, choices: readonly Choice[]): boolean => {
    const choice = choices[active];
    if (event.key === 'ArrowDown') setActive((active + 1) % choices.length);
    else if (event.key === 'ArrowUp') setActive((active + choices.length - 1) % choices.length);
    else if (event.key === 'Escape') setHiddenFor(before);
    else if (choice !== undefined && (event.key === 'Tab' || (event.key === 'Enter' && !whole))) complete(choice);
    else return false;
    return true;
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const sends = event.key === 'Enter' && !event.shiftKey && !event.nativeEvent.isComposing;
    const taken = completion !== null && !event.shiftKey && whileOffered(event, completion.choices);
    if (!taken && !sends) return;
    event.preventDefault();
    if (!taken) submit();
  };
  return { area, text, type, moveTo, active, completion, complete, hint, files, setFiles, empty, submit, onKeyDown };
}
