import { type RefObject, useEffect, useId, useRef } from 'react';
import { ChoiceList } from '../ui/choice-list.tsx';
import { FileCard } from '../ui/file-card.tsx';
import { Icon } from '../ui/icon.tsx';
import { Menu } from '../ui/menu.tsx';
import { useAnchored } from '../ui/use-anchored.ts';
import { useComposer } from './use-composer.ts';
import { useShortcuts } from './use-shortcuts.ts';

const none: ReadonlySet<string> = new Set();

type FilesProps = { readonly files: readonly File[]; readonly onChange: (files: readonly File[]) => void };

function FilesToSend({ files, onChange }: FilesProps) {
  if (files.length === 0) return null;
  return (
    <div className="files">
      {files.map((file, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: chosen files have no identity but their place
        <FileCard key={index} file={file} onRemove={() => onChange(files.filter((one) => one !== file))} />
      ))}
    </div>
  );
}

type AttachProps = { readonly onFiles: (files: readonly File[]) => void };

function Attach({ onFiles }: AttachProps) {
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <input
        ref={input}
        type="file"
        multiple
        hidden
        onChange={(event) => {
          onFiles([...(event.target.files ?? [])]);
          event.target.value = '';
        }}
      />
      <button
        type="button"
        className="icon-button"
        aria-label="Dodaj plik"
        title="Dodaj plik"
        onClick={() => input.current?.click()}
      >
        <Icon name="attach" />
      </button>
    </>
  );
}

type Part = { readonly id: string; readonly composer: ReturnType<typeof useComposer> };

function Offer({ id, composer, box }: Part & { readonly box: RefObject<HTMLDivElement | null> }) {
  const { completion, active, complete } = composer;
  const { style } = useAnchored(box, completion !== null, 320);
  if (completion === null) return null;
  const { title, choices } = completion;
  return <ChoiceList {...{ id, choices, active, style }} label={title} picked={none} note={null} onPick={complete} />;
}

function Field({ id, composer, placeholder }: Part & { readonly placeholder: string }) {
  const { area, text, type, active, completion, hint, onKeyDown } = composer;
  return (
    <textarea
      ref={area}
      rows={1}
      aria-label={placeholder}
      aria-autocomplete="list"
      aria-controls={completion === null ? undefined : id}
      aria-activedescendant={completion === null ? undefined : `${id}-${active}`}
      aria-describedby={hint === undefined ? undefined : `${id}-hint`}
      placeholder={placeholder}
      value={text}
      onChange={(event) => type(event.target.value, event.target.selectionStart)}
      onSelect={(event) => composer.moveTo(event.currentTarget.value, event.currentTarget.selectionStart)}
      onKeyDown={onKeyDown}
    />
  );
}

type ComposerProps = {
  readonly channel: string;
  readonly threadTs: string | null;
  readonly placeholder: string;
  readonly focused?: boolean;
};

/** Where one types. `/` offers commands, `@` people, `#` channels; files are chosen, dropped or pasted. */
export function Composer({ channel, threadTs, placeholder, focused = false }: ComposerProps) {
  const box = useRef<HTMLDivElement>(null);
  const composer = useComposer(channel, threadTs);
  const { area, files, setFiles, hint } = composer;
  const shortcuts = useShortcuts(channel, null);
  const id = useId();
  useEffect(() => {
    if (focused) area.current?.focus();
  }, [area, focused]);
  const add = (more: readonly File[]) => setFiles([...files, ...more]);
  const take = (event: { readonly preventDefault: () => void }, given: DataTransfer) => {
    if (given.files.length === 0) return;
    event.preventDefault();
    add([...given.files]);
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: files may be dropped or pasted anywhere on it
    <div
      ref={box}
      className="composer"
      onDragOver={(event) => event.preventDefault()}
      onDrop={(event) => take(event, event.dataTransfer)}
      onPaste={(event) => take(event, event.clipboardData)}
    >
      <Offer {...{ id, composer, box }} />
      <Field {...{ id, composer, placeholder }} />
      <FilesToSend files={files} onChange={setFiles} />
      <div className="composer-tools">
        <Attach onFiles={add} />
        {threadTs === null ? <Menu label="Skróty" icon={<Icon name="bolt" />} items={shortcuts} /> : null}
        <small id={`${id}-hint`} className="composer-hint">
          {hint}
        </small>
        <button
          type="button"
          className="send"
          aria-label="Wyślij"
          title="Wyślij"
          disabled={composer.empty}
          onClick={composer.submit}
        >
          <Icon name="send" />
        </button>
      </div>
    </div>
  );
}
