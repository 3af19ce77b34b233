import { type KeyboardEvent, useId, useLayoutEffect, useRef, useState } from 'react';
import { useWorkspace } from '../store/workspace.tsx';
import { ChoiceList } from '../ui/choice-list.tsx';
import { Icon } from '../ui/icon.tsx';
import { useAnchored } from '../ui/use-anchored.ts';
import { ShortcutsMenu } from './shortcuts-menu.tsx';
import { useCompletion } from './use-completion.ts';
import { useSend } from './use-send.ts';

type ComposerProps = { readonly channel: string; readonly threadTs: string | null; readonly placeholder: string };

const none: ReadonlySet<string> = new Set();

/** Where one types. Enter sends, Shift and Enter start a new line; `/` offers commands and `@` offers people. */
export function Composer({ channel, threadTs, placeholder }: ComposerProps) {
  const { snapshot } = useWorkspace();
  const [typed, setTyped] = useState('');
  const [active, setActive] = useState(0);
  const [hiddenFor, setHiddenFor] = useState<string | null>(null);
  const box = useRef<HTMLDivElement>(null);
  const area = useRef<HTMLTextAreaElement>(null);
  const id = useId();
  const send = useSend(channel, threadTs);
  const offered = useCompletion(typed, threadTs === null);
  const completion = hiddenFor === typed ? null : offered;
  const { style } = useAnchored(box, completion !== null, 320);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the height follows what is typed
  useLayoutEffect(() => {
    if (area.current === null) return;
    area.current.style.height = 'auto';
    area.current.style.height = `${Math.min(area.current.scrollHeight, 200)}px`;
  }, [typed]);
  const type = (text: string) => {
    setTyped(text);
    setActive(0);
  };
  const submit = () => {
    if (typed.trim() === '') return;
    void send(typed);
    type('');
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const count = completion?.choices.length ?? 0;
    const choice = completion?.choices[active];
    const whole = snapshot.commands.some((one) => one.command === typed.trim());
    if (completion !== null && (event.key === 'ArrowDown' || event.key === 'ArrowUp')) {
      event.preventDefault();
      setActive((active + (event.key === 'ArrowDown' ? 1 : count - 1)) % count);
    } else if (completion !== null && event.key === 'Escape') {
      setHiddenFor(typed);
    } else if (
      completion !== null &&
      choice !== undefined &&
      (event.key === 'Tab' || (event.key === 'Enter' && !whole))
    ) {
      event.preventDefault();
      type(completion.complete(choice));
    } else if (event.key === 'Enter' && !event.shiftKey && !event.nativeEvent.isComposing) {
      event.preventDefault();
      submit();
    }
  };
  return (
    <div ref={box} className="composer">
      {completion === null ? null : (
        <ChoiceList
          id={id}
          label={completion.title}
          choices={completion.choices}
          active={active}
          picked={none}
          note={null}
          style={style}
          onPick={(choice) => {
            type(completion.complete(choice));
            area.current?.focus();
          }}
        />
      )}
      <textarea
        ref={area}
        rows={1}
        aria-label={placeholder}
        aria-controls={id}
        aria-activedescendant={completion === null ? undefined : `${id}-${active}`}
        placeholder={placeholder}
        value={typed}
        onChange={(event) => type(event.target.value)}
        onKeyDown={onKeyDown}
      />
      <div className="composer-tools">
        {threadTs === null ? <ShortcutsMenu channel={channel} /> : <span />}
        <button
          type="button"
          className="send"
          aria-label="Wyślij"
          title="Wyślij"
          disabled={typed.trim() === ''}
          onClick={submit}
        >
          <Icon name="send" />
        </button>
      </div>
    </div>
  );
}
