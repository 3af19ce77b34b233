import type { Datepicker, DateTimepicker, Timepicker } from '@slack/types';
import { useState } from 'react';
import { fromUnix, toUnix } from '../store/time.ts';
import type { Choice } from '../ui/choices.ts';
import { Combobox, type FieldProps } from '../ui/combobox.tsx';
import { Failure } from './button.tsx';
import { DateField } from './date-field.tsx';
import { type ElementProps, type Field, useElement } from './use-element.tsx';

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

function TimeField({ time, onChange, ...rest }: TimeFieldProps) {
  const picked = time === null ? [] : [{ key: time, label: time }];
  return (
    <Combobox
      {...rest}
      choices={halfHours}
      picked={picked}
      extra={typedTime}
      onChange={(next) => onChange(next[0]?.key ?? null)}
    />
  );
}

const fieldProps = (field: Field | null, focus: boolean | undefined): FieldProps => ({
  id: field?.id,
  describedBy: field?.describedBy,
  invalid: field?.invalid,
  focusOnLoad: focus,
});

export function DatePicker(props: ElementProps<Datepicker>) {
  const { element, field } = props;
  const { state, commit, failed, confirming } = useElement(props);
  const placeholder = element.placeholder?.text ?? 'Wybierz datę';
  const date = typeof state?.selected_date === 'string' ? state.selected_date : null;
  return (
    <div className="date-picker">
      <DateField
        {...fieldProps(field, element.focus_on_load)}
        label={field?.label ?? placeholder}
        placeholder={placeholder}
        date={date}
        onChange={(next) => commit({ type: element.type, selected_date: next })}
      />
      <Failure text={failed} />
      {confirming}
    </div>
  );
}

export function TimePicker(props: ElementProps<Timepicker>) {
  const { element, field } = props;
  const { state, commit, failed, confirming } = useElement(props);
  const placeholder = element.placeholder?.text ?? 'Wybierz godzinę';
  const time = typeof state?.selected_time === 'string' ? state.selected_time : null;
  return (
    <div className="time-picker">
      <TimeField
        {...fieldProps(field, element.focus_on_load)}
        label={field?.label ?? placeholder}
        placeholder={placeholder}
        time={time}
        clearable={field?.optional === true}
        onChange={(next) => commit({ type: element.type, selected_time: next })}
      />
      <Failure text={failed} />
      {confirming}
    </div>
  );
}

/** Date and time in Warsaw; the value is set once both are known. */
export function DateTimePicker(props: ElementProps<DateTimepicker>) {
  const { element, field } = props;
  const { state, commit, failed, confirming } = useElement(props);
  const value = typeof state?.selected_date_time === 'number' ? fromUnix(state.selected_date_time) : null;
  const [half, setHalf] = useState<{ readonly date?: string | null; readonly time?: string | null }>({});
  const date = half.date === undefined ? (value?.date ?? null) : half.date;
  const time = half.time === undefined ? (value?.time ?? null) : half.time;
  const change = (next: { date: string | null; time: string | null }) => {
    const whole = next.date !== null && next.time !== null;
    setHalf(whole ? {} : next);
    if (next.date !== null && next.time !== null)
      commit({ type: element.type, selected_date_time: toUnix(next.date, next.time) });
    else if (value !== null) commit({ type: element.type, selected_date_time: null });
  };
  const shared = fieldProps(field, element.focus_on_load);
  return (
    <fieldset className="date-time" aria-labelledby={field?.labelId}>
      <DateField
        {...shared}
        label="Data"
        placeholder="Data"
        date={date}
        onChange={(next) => change({ date: next, time })}
      />
      <TimeField
        describedBy={shared.describedBy}
        invalid={shared.invalid}
        label={`Godzina${field === null ? '' : `: ${field.label}`}`}
        placeholder="Godzina"
        time={time}
        clearable={field?.optional === true}
        onChange={(next) => change({ date, time: next })}
      />
      <Failure text={failed} />
      {confirming}
    </fieldset>
  );
}
