import { useEffect, useState } from 'react';
import type { Moment } from '../../../page-api.ts';
import { fetchClock, moveClock } from '../store/api.ts';
import { fullTime, later, shortTime, tomorrowAt } from '../store/time.ts';
import { useNow } from '../store/use-now.ts';
import { Icon } from '../ui/icon.tsx';
import { Popover } from '../ui/popover.tsx';
import { usePlay } from './use-play.ts';

const steps = [
  { label: '+1 godzina', by: { hours: 1 } },
  { label: '+1 dzień', by: { days: 1 } },
  { label: '+1 tydzień', by: { weeks: 1 } },
] as const;

type GoProps = { readonly label: string; readonly note: string; readonly onClick: () => void; readonly off?: boolean };

function Go({ label, note, onClick, off = false }: GoProps) {
  return (
    <button type="button" className="menu-item" aria-disabled={off} onClick={() => (off ? undefined : onClick())}>
      <span>{label}</span> <small>{note}</small>
    </button>
  );
}

type PlayProps = { readonly playing: boolean; readonly onToggle: () => void };

function ClockMenu({ now, playing, onToggle }: PlayProps & { readonly now: number }) {
  const [next, setNext] = useState<Moment | null>(null);
  const minute = Math.floor(now / 60_000);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another minute may have another next moment
  useEffect(() => {
    void fetchClock().then(
      (state) => setNext(state.next),
      () => undefined,
    );
  }, [minute]);
  const morning = tomorrowAt(now, 9);
  return (
    <>
      <h2>{fullTime(now)}</h2>
      <Go label="Do jutra 9:00" note={shortTime(morning)} onClick={() => void moveClock(morning)} />
      <Go
        label="Do następnego terminu"
        note={next === null ? 'nic nie jest zaplanowane' : `${next.label} · ${shortTime(next.at)}`}
        off={next === null}
        onClick={() => next !== null && void moveClock(next.at)}
      />
      <div className="clock-steps">
        {steps.map(({ label, by }) => (
          <button key={label} type="button" className="chip-button" onClick={() => void moveClock(later(now, by))}>
            {label}
          </button>
        ))}
      </div>
      <Go label={playing ? 'Zatrzymaj' : 'Odtwarzaj'} note="jedna godzina na sekundę" onClick={onToggle} />
    </>
  );
}

/** The sandbox's clock in the reader's zone, and the ways to move it ahead. */
export function Clock() {
  const now = useNow();
  const { playing, toggle } = usePlay();
  return (
    <>
      {playing ? (
        <button type="button" className="bar-button is-on" title="Zatrzymaj zegar" onClick={toggle}>
          <Icon name="pause" />
          <span className="sr-only">Zatrzymaj zegar</span>
        </button>
      ) : null}
      <Popover
        label={`Zegar piaskownicy: ${shortTime(now)}`}
        className="bar-button"
        button={
          <>
            <Icon name="clock" />
            <time className="clock" dateTime={new Date(now).toISOString()}>
              {shortTime(now)}
            </time>
          </>
        }
      >
        <ClockMenu now={now} playing={playing} onToggle={toggle} />
      </Popover>
    </>
  );
}
