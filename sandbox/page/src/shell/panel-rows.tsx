import { useState } from 'react';
import type { Status, TrafficEntry } from '../../../page-api.ts';
import { clockTime, shortTime } from '../store/time.ts';

const kinds: Readonly<Record<TrafficEntry['kind'], string>> = {
  call: 'aplikacja → Slack',
  events_api: 'zdarzenie',
  slash_commands: 'polecenie',
  interactive: 'interakcja',
};

const outcomes: Readonly<Record<string, string>> = {
  ok: 'w porządku',
  waiting: 'czeka na odpowiedź',
  acknowledged: 'potwierdzone',
  timeout: 'brak odpowiedzi na czas',
  failed: 'nie dotarło',
};

const outcomeOf = (entry: TrafficEntry): string =>
  [
    outcomes[entry.outcome] ?? entry.outcome,
    entry.ms === null ? '' : `${Math.round(entry.ms)} ms`,
    entry.attempt === 0 ? '' : `próba ${entry.attempt + 1}`,
  ]
    .filter((word) => word !== '')
    .join(' · ');

/** Everything that stands in the line of an entry, to be searched. */
export const trafficWords = (entry: TrafficEntry): string =>
  `${kinds[entry.kind]} ${entry.name} ${outcomeOf(entry)} ${entry.outcome}`;

export function TrafficRow({ entry }: { readonly entry: TrafficEntry }) {
  const [open, setOpen] = useState(false);
  return (
    <li>
      <details onToggle={(event) => setOpen(event.currentTarget.open)}>
        <summary className={entry.problem ? 'panel-row is-bad' : 'panel-row'}>
          <time title={shortTime(entry.at)}>{clockTime(entry.at)}</time>
          <span>{kinds[entry.kind]}</span>
          <code>{entry.name}</code>
          <span className="panel-outcome">{outcomeOf(entry)}</span>
        </summary>
        {open ? <pre>{entry.detail}</pre> : null}
      </details>
    </li>
  );
}

export function ViolationRow({ violation }: { readonly violation: Status['violations'][number] }) {
  return (
    <li className="panel-row is-bad">
      <time>{shortTime(violation.at)}</time>
      <code>{violation.name}</code>
      <span className="panel-outcome">{violation.detail}</span>
    </li>
  );
}
