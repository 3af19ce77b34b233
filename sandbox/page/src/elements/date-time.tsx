import type { Datepicker, DateTimepicker, Timepicker } from '@slack/types';
import { useState } from 'react';
import { fromUnix, toUnix } from '../store/time.ts';
import type { Choice } from '../ui/choices.ts';
import { Combobox, type FieldProps } from '../ui/combobox.tsx';
import { DateField } from './date-field.tsx';
import { type ElementProps, fieldProps, textOf } from './use-element.tsx';

const halfHours: readonly Choice[] = Array.from({ length: 48 }, (_, index) => {
  const time = `${String(Math.floor(index / 2)).padStart(2, '0')}:${index % 2 === 0 ? '00' : '30'}`;
  return { key: time, label: time };
});

function typedTime(query: string): readonly Choice[] {
  const found = /^([01]?\d|2[0-3])[:.]([0-5]\d)$/.exec(query.trim());
  if (found === null) return [];
  const time = `${found[1]?.padStart(2, '0')}:${found[2]}`;
  return halfHours.some((one) => one.key === time) ? [] : [{ key: time, label: time }];
}

type TimeFieldProps = FieldProps & {
  readonly label: string;
  readonly placeholder: string;
  readonly time: string | null;
  readonly clearable: boolean;
  readonly onChange: (time: string | null) => void;
};

/** A time of day: every half hour is offered, every minute can be typed. */
function TimeField({ time, onChange, ...rest }: TimeFieldProps) {
  return (
    <Combobox
      {...rest}
      choices={halfHours}
      picked={time === null ? [] : [{ key: time, label: time }]}
      extra={typedTime}
      onChange={(next) => onChange(next[0]?.key ?? null)}
    />
  );
}

export function DatePicker({ element, field, used }: ElementProps<Datepicker>) {
  const placeholder = element.placeholder?.text ?? 'Wybierz datę';
  return (
    <DateField
      {...fieldProps(field, element, placeholder)}
      placeholder={placeholder}
      date={textOf(used, 'selected_date')}
      onChange={(next) => used.commit({ type: element.type, selected_date: next })}
    />
  );
}

export function TimePicker({ element, field, used }: ElementProps<Timepicker>) {
  const placeholder = element.placeholder?.text ?? 'Wybierz godzinę';
  return (
    <TimeField
      {...fieldProps(field, element, placeholder)}
      placeholder={placeholder}
      time={textOf(used, 'selected_time')}
      clearable={field?.optional === true}
      onChange={(next) => used.commit({ type: element.type, selected_time: next })}
    />
  );
}

/** A date and a time in the reader's zone; the value is set once both are known. */
export function DateTimePicker({ element, field, used }: ElementProps<DateTimepicker>) {
  const at = used.state?.selected_date_time;
  const value = typeof at === 'number' ? fromUnix(at) : null;
  const [half, setHalf] = useState<{ readonly date?: string | null; readonly time?: string | null }>({});
  const date = half.date === undefined ? (value?.date ?? null) : half.date;
  const time = half.time === undefined ? (value?.time ?? null) : half.time;
  const change = (next: { date: string | null; time: string | null }) => {
    const whole = next.date !== null && next.time !== null ? toUnix(next.date, next.time) : null;
    setHalf(whole === null ? next : {});
    if (whole !== null || value !== null) used.commit({ type: element.type, selected_date_time: whole });
  };
  const shared = fieldProps(field, element, 'Data');
  return (
    <fieldset
      className="date-time"
      aria-label={field === null ? 'Data i godzina' : undefined}
      aria-labelledby={field?.labelId}
    >
      <DateField {...shared} placeholder="Data" date={date} onChange={(next) => change({ date: next, time })} />
      <TimeField
        {...shared}
        id={undefined}
        focusOnLoad={false}
        label={`Godzina${field === null ? '' : `: ${field.label}`}`}
        placeholder="Godzina"
        time={time}
        clearable={field?.optional === true}
        onChange={(next) => change({ date, time: next })}
      />
    </fieldset>
  );
}
