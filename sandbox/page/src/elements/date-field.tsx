import { type KeyboardEvent, useCallback, useId, useRef, useState } from 'react';
import { dateInWords, dayKey, readDate } from '../store/time.ts';
import { useWorkspace } from '../store/workspace.tsx';
import { type FieldProps, fieldAttributes } from '../ui/combobox.tsx';
import { useAnchored } from '../ui/use-anchored.ts';
import { useDismiss } from '../ui/use-dismiss.ts';
import { Calendar } from './calendar.tsx';

type DateValue = { readonly date: string | null; readonly onChange: (date: string | null) => void };
type DateFieldProps = FieldProps & DateValue & { readonly label: string; readonly placeholder: string };

/** `typing`: the calendar is open and the focus in the field; `calendar`: the focus is on a day. */
type Mode = 'closed' | 'typing' | 'calendar';

function useDateTyping({ date, onChange }: DateValue) {
  const [mode, setMode] = useState<Mode>('closed');
  const [typed, setTyped] = useState<string | null>(null);
  const [unread, setUnread] = useState<string | null>(null);
  const input = useRef<HTMLInputElement>(null);
  const type = (text: string) => {
    setTyped(text);
    setUnread(null);
    setMode('typing');
  };
  const settle = () => {
    if (typed === null) return;
    const read = readDate(typed);
    if (read === null) setUnread(typed.trim() === '' ? null : typed);
    if (typed.trim() === '') onChange(null);
    else if (read !== null && read !== date) onChange(read);
    setTyped(null);
  };
  const pick = (day: string) => {
    setTyped(null);
    setUnread(null);
    onChange(day);
    setMode('closed');
    input.current?.focus();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape' && mode !== 'closed') {
      event.stopPropagation();
      setMode('closed');
      input.current?.focus();
    }
    if (event.target !== input.current) return;
    // Enter settles what is typed; only then does it send the form around.
    if (event.key === 'ArrowDown' || (event.key === 'Enter' && typed !== null)) event.preventDefault();
    if (event.key === 'ArrowDown') setMode('calendar');
    if (event.key !== 'Enter' && event.key !== 'Tab') return;
    settle();
    setMode('closed');
  };
  return { mode, setMode, typed, unread, type, input, settle, pick, onKeyDown };
}

/** A date one can type (`4.05.2023` or `2023-05-04`) or pick in a calendar; shown in words. */
export function DateField(props: DateFieldProps) {
  const { date, placeholder } = props;
  const { snapshot } = useWorkspace();
  const { mode, setMode, typed, unread, type, input, settle, pick, onKeyDown } = useDateTyping(props);
  const box = useRef<HTMLDivElement>(null);
  const calendarId = useId();
  const close = useCallback(() => setMode('closed'), [setMode]);
  const { style } = useAnchored(box, mode !== 'closed', 330, 270);
  useDismiss(box, mode !== 'closed', close);
  const start = readDate(typed ?? '') ?? date ?? dayKey(snapshot.now);
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: Escape closes the calendar from wherever the focus is in it
    <div ref={box} className="date-field" onKeyDown={onKeyDown}>
      <input
        {...fieldAttributes(props)}
        ref={input}
        className="input"
        role="combobox"
        aria-haspopup="dialog"
        aria-expanded={mode !== 'closed'}
        aria-controls={mode === 'closed' ? undefined : calendarId}
        placeholder={placeholder}
        value={typed ?? (date === null ? '' : dateInWords(date))}
        onChange={(event) => type(event.target.value)}
        onClick={() => setMode('typing')}
        onBlur={settle}
      />
      {unread === null ? null : (
        <p className="field-error" role="alert">
          Nie rozumiem daty „{unread}”. Wpisz na przykład 4.05.2023.
        </p>
      )}
      {mode === 'closed' ? null : (
        <Calendar
          key={`${mode} ${start}`}
          id={calendarId}
          date={start}
          picked={date}
          focused={mode === 'calendar'}
          style={style}
          onPick={pick}
        />
      )}
    </div>
  );
}
