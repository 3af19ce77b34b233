import { type KeyboardEvent, useCallback, useRef, useState } from 'react';
import { dateInWords, dayKey, readDate } from '../store/time.ts';
import { useWorkspace } from '../store/workspace.tsx';
import type { FieldProps } from '../ui/combobox.tsx';
import { useAnchored } from '../ui/use-anchored.ts';
import { useDismiss } from '../ui/use-dismiss.ts';
import { Calendar } from './calendar.tsx';

type DateFieldProps = FieldProps & {
  readonly label: string;
  readonly placeholder: string;
  readonly date: string | null;
  readonly onChange: (date: string | null) => void;
};

/** A date one can type (`4.05.2023` or `2023-05-04`) or pick in a calendar; shown in words. */
export function DateField({
  id,
  label,
  placeholder,
  describedBy,
  invalid,
  focusOnLoad,
  date,
  onChange,
}: DateFieldProps) {
  const { snapshot } = useWorkspace();
  const [open, setOpen] = useState<'closed' | 'typing' | 'calendar'>('closed');
  const [typed, setTyped] = useState<string | null>(null);
  const box = useRef<HTMLDivElement>(null);
  const input = useRef<HTMLInputElement>(null);
  const close = useCallback(() => setOpen('closed'), []);
  const { style } = useAnchored(box, open !== 'closed', 330, 270);
  useDismiss(box, open !== 'closed', close);
  const settle = () => {
    if (typed === null) return;
    const read = readDate(typed);
    if (typed.trim() === '') onChange(null);
    else if (read !== null && read !== date) onChange(read);
    setTyped(null);
  };
  const pick = (day: string) => {
    setTyped(null);
    onChange(day);
    setOpen('closed');
    input.current?.focus();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape' && open !== 'closed') {
      event.stopPropagation();
      close();
      input.current?.focus();
    }
    if (event.target !== input.current) return;
    if (event.key === 'ArrowDown') {
      event.preventDefault();
      setOpen('calendar');
    }
    if (event.key === 'Enter' || event.key === 'Tab') {
      settle();
      close();
    }
  };
  const start = date ?? dayKey(snapshot.now);
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: Escape closes the calendar from wherever the focus is in it
    <div ref={box} className="date-field" onKeyDown={onKeyDown}>
      <input
        ref={input}
        id={id}
        className="input"
        type="text"
        autoComplete="off"
        aria-label={id === undefined ? label : undefined}
        aria-describedby={describedBy}
        aria-invalid={invalid}
        aria-haspopup="dialog"
        aria-expanded={open !== 'closed'}
        data-focus-on-load={focusOnLoad === true ? '' : undefined}
        placeholder={placeholder}
        value={typed ?? (date === null ? '' : dateInWords(date))}
        onChange={(event) => {
          setTyped(event.target.value);
          setOpen('typing');
        }}
        onClick={() => setOpen('typing')}
        onBlur={settle}
        onKeyDown={undefined}
      />
      {open === 'closed' ? null : (
        <Calendar
          key={`${open} ${start}`}
          date={readDate(typed ?? '') ?? start}
          picked={date}
          focused={open === 'calendar'}
          style={style}
          onPick={pick}
        />
      )}
    </div>
  );
}
