import { type RefObject, useId, useLayoutEffect, useRef } from 'react';
import { ChoiceList } from '../ui/choice-list.tsx';
import { Icon } from '../ui/icon.tsx';
import { useAnchored } from '../ui/use-anchored.ts';
import { ShortcutsMenu } from './shortcuts-menu.tsx';
import { useComposer } from './use-composer.ts';

type ComposerProps = { readonly channel: string; readonly threadTs: string | null; readonly placeholder: string };

const none: ReadonlySet<string> = new Set();

/** The field is as high as its text, up to a point. */
function useGrowing(area: RefObject<HTMLTextAreaElement | null>, text: string): void {
  // biome-ignore lint/correctness/useExhaustiveDependencies: the height follows what is typed
  useLayoutEffect(() => {
    if (area.current === null) return;
    area.current.style.height = 'auto';
    area.current.style.height = `${Math.min(area.current.scrollHeight, 200)}px`;
  }, [text]);
}

/** Where one types. `/` offers commands and `@` offers people. */
export function Composer({ channel, threadTs, placeholder }: ComposerProps) {
  const { typed, type, active, completion, complete, submit, onKeyDown } = useComposer(channel, threadTs);
  const box = useRef<HTMLDivElement>(null);
  const area = useRef<HTMLTextAreaElement>(null);
  const id = useId();
  const { style } = useAnchored(box, completion !== null, 320);
  useGrowing(area, typed);
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
            complete(choice);
            area.current?.focus();
          }}
        />
      )}
      <textarea
        ref={area}
        rows={1}
        aria-label={placeholder}
        aria-controls={completion === null ? undefined : id}
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
