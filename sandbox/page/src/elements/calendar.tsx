import { type CSSProperties, type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { dateInWords, monthGrid, monthName, movedBy } from '../store/time.ts';
import { Icon } from '../ui/icon.tsx';

type CalendarProps = {
  readonly id: string;
  readonly date: string;
  readonly picked: string | null;
  readonly focused: boolean;
  readonly style: CSSProperties;
  readonly onPick: (date: string) => void;
};

const days = ['pn', 'wt', 'śr', 'cz', 'pt', 'so', 'nd'];
const steps: Readonly<Record<string, { days?: number; months?: number }>> = {
  ArrowLeft: { days: -1 },
  ArrowRight: { days: 1 },
  ArrowUp: { days: -7 },
  ArrowDown: { days: 7 },
  PageUp: { months: -1 },
  PageDown: { months: 1 },
};

/** One month, Monday first. Arrows move by days and weeks, Page Up and Page Down by months. */
export function Calendar({ id, date, picked, focused, style, onPick }: CalendarProps) {
  const [at, setAt] = useState(date);
  const [moving, setMoving] = useState(focused);
  const grid = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (moving) grid.current?.querySelector<HTMLElement>(`[data-date="${at}"]`)?.focus();
  }, [moving, at]);
  const turn = (months: number) => {
    setMoving(false);
    setAt(movedBy(at, { months }));
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const step = steps[event.key];
    if (step === undefined) return;
    event.preventDefault();
    setMoving(true);
    setAt(movedBy(at, step));
  };
  return (
    <div id={id} className="popup calendar" role="dialog" aria-label="Kalendarz" style={style}>
      <div className="calendar-head">
        <button type="button" className="icon-button" aria-label="Poprzedni miesiąc" onClick={() => turn(-1)}>
          <Icon name="left" />
        </button>
        <strong aria-live="polite">{monthName(at)}</strong>
        <button type="button" className="icon-button" aria-label="Następny miesiąc" onClick={() => turn(1)}>
          <Icon name="right" />
        </button>
      </div>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: the keys belong to the days inside */}
      <div ref={grid} className="calendar-grid" onKeyDown={onKeyDown}>
        {days.map((day) => (
          <span key={day} className="calendar-day-name" aria-hidden="true">
            {day}
          </span>
        ))}
        {monthGrid(at)
          .flat()
          .map((day) => (
            <button
              key={day}
              type="button"
              data-date={day}
              tabIndex={day === at ? 0 : -1}
              aria-label={dateInWords(day)}
              aria-pressed={day === picked}
              className={day.slice(0, 7) === at.slice(0, 7) ? 'calendar-day' : 'calendar-day is-other'}
              onClick={() => onPick(day)}
            >
              {Number(day.slice(8))}
            </button>
          ))}
      </div>
    </div>
  );
}
