import { useCallback, useId, useRef, useState } from 'react';
import { ChoiceList } from './choice-list.tsx';
import { type Choice, matching } from './choices.ts';
import { Icon } from './icon.tsx';
import { useAnchored } from './use-anchored.ts';
import { useComboboxKeys } from './use-combobox.ts';
import { useDismiss } from './use-dismiss.ts';

export type FieldProps = {
  readonly id?: string | undefined;
  readonly describedBy?: string | undefined;
  readonly invalid?: boolean | undefined;
  readonly focusOnLoad?: boolean | undefined;
};

type ComboboxProps = FieldProps & {
  readonly label: string;
  readonly placeholder: string;
  readonly choices: readonly Choice[];
  readonly picked: readonly Choice[];
  readonly multiple?: boolean;
  readonly clearable?: boolean;
  readonly note?: string | null;
  /** Set when someone else searches: the list is then shown as given. */
  readonly onQuery?: (query: string) => void;
  /** Adds choices for what is typed, e.g. a time that is not in the list. */
  readonly extra?: (query: string) => readonly Choice[];
  readonly onChange: (picked: readonly Choice[]) => void;
};

/** A field that opens a searchable list; with `multiple` the chosen ones stand in it as chips. */
export function Combobox(props: ComboboxProps) {
  const { label, placeholder, picked, multiple = false, clearable = false, onQuery, onChange } = props;
  const [open, setOpen] = useState(false);
  const [query, setQuery] = useState('');
  const box = useRef<HTMLDivElement>(null);
  const input = useRef<HTMLInputElement>(null);
  const listId = useId();
  const show = useCallback(
    (next: boolean) => {
      setOpen(next);
      setQuery('');
      if (next) onQuery?.('');
    },
    [onQuery],
  );
  const close = useCallback(() => {
    setOpen(false);
    setQuery('');
  }, []);
  useDismiss(box, open, close);
  const { style } = useAnchored(box, open, 300, 240);
  const found = onQuery === undefined ? matching(props.choices, query) : props.choices;
  const choices = [...(props.extra?.(query) ?? []), ...found];
  const keys = new Set(picked.map((one) => one.key));
  const pick = (choice: Choice) => {
    if (choice.disabled === true) return;
    const others = picked.filter((one) => one.key !== choice.key);
    onChange(!multiple ? [choice] : others.length < picked.length ? others : [...picked, choice]);
    if (multiple) setQuery('');
    else close();
  };
  const remove = (choice: Choice) => onChange(picked.filter((one) => one.key !== choice.key));
  const last = picked.at(-1);
  const combo = useComboboxKeys({
    choices,
    open,
    setOpen: show,
    onPick: pick,
    onErase: () => {
      if (multiple && last !== undefined) remove(last);
    },
  });
  const type = (text: string) => {
    setOpen(true);
    setQuery(text);
    combo.setActive(0);
    onQuery?.(text);
  };
  const shown = multiple ? '' : (picked[0]?.label ?? '');
  const note = props.note ?? (choices.length === 0 ? 'Brak wyników' : null);
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions lint/a11y/useKeyWithClickEvents: a press beside the field is a press on the field
    <div
      ref={box}
      className={`combobox${props.invalid === true ? ' is-invalid' : ''}`}
      onClick={(event) => {
        if (event.target === event.currentTarget) input.current?.focus();
      }}
    >
      {multiple
        ? picked.map((one) => (
            <span key={one.key} className="chip">
              {one.label}
              <button type="button" aria-label={`Usuń: ${one.label}`} onClick={() => remove(one)}>
                <Icon name="close" />
              </button>
            </span>
          ))
        : null}
      <input
        ref={input}
        id={props.id}
        role="combobox"
        aria-label={props.id === undefined ? label : undefined}
        aria-expanded={open}
        aria-controls={listId}
        aria-activedescendant={open && choices.length > 0 ? `${listId}-${combo.active}` : undefined}
        aria-describedby={props.describedBy}
        aria-invalid={props.invalid}
        data-focus-on-load={props.focusOnLoad === true ? '' : undefined}
        autoComplete="off"
        placeholder={open && shown !== '' ? shown : multiple && picked.length > 0 ? '' : placeholder}
        value={open ? query : shown}
        onChange={(event) => type(event.target.value)}
        onClick={() => {
          if (!open) show(true);
        }}
        onKeyDown={combo.onKeyDown}
      />
      {clearable && !multiple && picked.length > 0 ? (
        <button type="button" className="combobox-clear" aria-label={`Wyczyść: ${label}`} onClick={() => onChange([])}>
          <Icon name="close" />
        </button>
      ) : null}
      <Icon name="down" />
      {open ? (
        <ChoiceList
          id={listId}
          label={label}
          choices={choices}
          active={combo.active}
          picked={keys}
          note={note}
          style={style}
          onPick={pick}
        />
      ) : null}
    </div>
  );
}
