import { type KeyboardEvent, useState } from 'react';
import { useWorkspace } from '../store/workspace.tsx';
import type { Choice } from '../ui/choices.ts';
import { useCompletion } from './use-completion.ts';
import { useSend } from './use-send.ts';

/** What is being typed, what is offered for it, and its keys: Tab and Enter complete, Enter sends, Shift and Enter start a new line. */
export function useComposer(channel: string, threadTs: string | null) {
  const { snapshot } = useWorkspace();
  const [typed, setTyped] = useState('');
  const [active, setActive] = useState(0);
  const [hiddenFor, setHiddenFor] = useState<string | null>(null);
  const send = useSend(channel, threadTs);
  const offered = useCompletion(typed, threadTs === null);
  const completion = hiddenFor === typed ? null : offered;
  const type = (text: string) => {
    setTyped(text);
    setActive(0);
  };
  const submit = () => {
    if (typed.trim() === '') return;
    void send(typed);
    type('');
  };
  const complete = (choice: Choice) => type(completion?.complete(choice) ?? typed);
  const whole = snapshot.commands.some((one) => one.command === typed.trim());
  const whileOffered = (event: KeyboardEvent, choices: readonly Choice[]): boolean => {
    const choice = choices[active];
    if (event.key === 'ArrowDown') setActive((active + 1) % choices.length);
    else if (event.key === 'ArrowUp') setActive((active + choices.length - 1) % choices.length);
    else if (event.key === 'Escape') setHiddenFor(typed);
    else if (choice !== undefined && (event.key === 'Tab' || (event.key === 'Enter' && !whole))) complete(choice);
    else return false;
    return true;
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const sends = event.key === 'Enter' && !event.shiftKey && !event.nativeEvent.isComposing;
    const taken = completion !== null && whileOffered(event, completion.choices);
    if (!taken && !sends) return;
    event.preventDefault();
    if (!taken) submit();
  };
  return { typed, type, active, completion, complete, submit, onKeyDown };
}
