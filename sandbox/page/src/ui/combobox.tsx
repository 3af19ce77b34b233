import { useId, useRef } from 'react';
import { ChoiceList } from './choice-list.tsx';
import type { Choice } from './choices.ts';
import { Icon } from './icon.tsx';
import { useAnchored } from './use-anchored.ts';
import { useDismiss } from './use-dismiss.ts';
import { type Picking, usePicking } from './use-picking.ts';

export type FieldProps = {
  readonly id?: string | undefined;
  readonly describedBy?: string | undefined;
  readonly invalid?: boolean | undefined;
  readonly required?: boolean | undefined;
  readonly focusOnLoad?: boolean | undefined;
};

type ComboboxProps = FieldProps &
  Picking & {
    readonly label: string;
    readonly placeholder: string;
    readonly clearable?: boolean;
    readonly note?: string | null;
  };

function Chips({ picked, onRemove }: { readonly picked: readonly Choice[]; readonly onRemove: (one: Choice) => void }) {
  return picked.map((one) => (
    <span key={one.key} className="chip">
      {one.label}
      <button type="button" aria-label={`Usuń: ${one.label}`} onClick={() => onRemove(one)}>
        <Icon name="close" />
      </button>
    </span>
  ));
}

type Attributes = FieldProps & { readonly label: string };

/** The attributes by which a screen reader and the dialog around know the field. */
export const fieldAttributes = ({ id, label, describedBy, invalid, required, focusOnLoad }: Attributes) => ({
  id,
  'aria-label': id === undefined ? label : undefined,
  'aria-required': required === true ? true : undefined,
  'aria-describedby': describedBy,
  'aria-invalid': invalid,
  'data-focus-on-load': focusOnLoad === true ? '' : undefined,
  autoComplete: 'off',
});

function hintFor({ placeholder, picked, multiple }: ComboboxProps, open: boolean): string {
  const first = picked[0];
  if (first === undefined) return placeholder;
  return open && multiple !== true ? first.label : '';
}

/** A field that opens a searchable list; with `multiple` the chosen ones stand in it as chips. */
export function Combobox(props: ComboboxProps) {
  const { label, picked, multiple = false, clearable = false } = props;
  const picking = usePicking(props);
  const { open, offered } = picking;
  const box = useRef<HTMLDivElement>(null);
  const listId = useId();
  useDismiss(box, open, picking.close);
  const { style } = useAnchored(box, open, 300, 240);
  return (
    <div ref={box} className={props.invalid === true ? 'combobox is-invalid' : 'combobox'}>
      {multiple ? <Chips picked={picked} onRemove={picking.remove} /> : null}
      <input
        {...fieldAttributes(props)}
        role="combobox"
        aria-expanded={open}
        aria-controls={open ? listId : undefined}
        aria-activedescendant={open && offered.length > 0 ? `${listId}-${picking.active}` : undefined}
        placeholder={hintFor(props, open)}
        value={open || multiple ? picking.query : (picked[0]?.label ?? '')}
        onChange={(event) => picking.type(event.target.value)}
        onClick={() => (open ? undefined : picking.show(true))}
        onKeyDown={picking.onKeyDown}
      />
      {clearable && !multiple && picked.length > 0 ? (
        <button
          type="button"
          className="combobox-clear"
          aria-label={`Wyczyść: ${label}`}
          onClick={() => props.onChange([])}
        >
          <Icon name="close" />
        </button>
      ) : null}
      <Icon name="down" />
      {open ? (
        <ChoiceList
          id={listId}
          label={label}
          multiple={multiple}
          choices={offered}
          active={picking.active}
          picked={new Set(picked.map((one) => one.key))}
          note={props.note ?? (offered.length === 0 ? 'Brak wyników' : null)}
          style={style}
          onPick={picking.pick}
        />
      ) : null}
    </div>
  );
}
