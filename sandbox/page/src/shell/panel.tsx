import { type KeyboardEvent, type ReactNode, useEffect, useRef, useState } from 'react';
import { useTraffic, useViolations } from '../store/traffic.ts';
import { Icon } from '../ui/icon.tsx';
import { TrafficRow, trafficWords, ViolationRow } from './panel-rows.tsx';

export type PanelName = 'traffic' | 'violations';

type ListProps = { readonly query: string };

const holds = (text: string, query: string): boolean =>
  text.toLocaleLowerCase('pl').includes(query.trim().toLocaleLowerCase('pl'));

function List({ label, empty, rows }: { label: string; empty: string; rows: readonly ReactNode[] }) {
  if (rows.length === 0) return <p className="empty">{empty}</p>;
  return (
    <ol className="panel-list" aria-label={label}>
      {rows}
    </ol>
  );
}

function Traffic({ query, onlyProblems }: ListProps & { readonly onlyProblems: boolean }) {
  const shown = useTraffic().filter(
    (entry) => (entry.problem || !onlyProblems) && holds(`${trafficWords(entry)} ${entry.detail}`, query),
  );
  return (
    <List
      label="Ruch, od najnowszego"
      empty={onlyProblems ? 'Żadnych problemów.' : 'Nic jeszcze nie przeszło.'}
      rows={shown.map((entry) => <TrafficRow key={entry.n} entry={entry} />)}
    />
  );
}

function Violations({ query }: ListProps) {
  const shown = useViolations()?.filter((one) => holds(`${one.name} ${one.detail}`, query)) ?? [];
  return (
    <List
      label="Naruszenia, od najnowszego"
      empty="Aplikacja nie zrobiła niczego, czego Slack by nie przyjął."
      rows={shown.map((one) => <ViolationRow key={`${one.at} ${one.name} ${one.detail}`} violation={one} />)}
    />
  );
}

type PanelProps = {
  readonly open: PanelName;
  readonly onOpen: (name: PanelName) => void;
  readonly onClose: () => void;
};

/** The focus goes into the panel when it opens, and back to where it was when it is closed from inside. */
function useBorrowedFocus(onClose: () => void) {
  const box = useRef<HTMLElement>(null);
  const before = useRef<Element | null>(null);
  useEffect(() => {
    before.current = document.activeElement;
    box.current?.focus();
  }, []);
  const close = () => {
    onClose();
    if (before.current instanceof HTMLElement) before.current.focus();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape') close();
  };
  return { box, close, onKeyDown };
}

const names: Readonly<Record<PanelName, string>> = { traffic: 'Ruch', violations: 'Naruszenia' };

/** What only a sandbox can show: everything that went between Slack and the app, and what the app did wrong. */
export function Panel({ open, onOpen, onClose }: PanelProps) {
  const [query, setQuery] = useState('');
  const [onlyProblems, setOnlyProblems] = useState(false);
  const { box, close, onKeyDown } = useBorrowedFocus(onClose);
  return (
    <section ref={box} id="panel" className="panel" aria-label="Ruch i naruszenia" tabIndex={-1} onKeyDown={onKeyDown}>
      <header className="panel-head">
        {(['traffic', 'violations'] as const).map((name) => (
          <button key={name} type="button" className="tab" aria-pressed={open === name} onClick={() => onOpen(name)}>
            {names[name]}
          </button>
        ))}
        <input
          type="search"
          aria-label="Filtruj"
          placeholder="Filtruj"
          value={query}
          onChange={(event) => setQuery(event.target.value)}
        />
        {open === 'violations' ? null : (
          <label className="panel-check">
            <input type="checkbox" checked={onlyProblems} onChange={(event) => setOnlyProblems(event.target.checked)} />
            Tylko problemy
          </label>
        )}
        <button type="button" className="icon-button" aria-label="Zamknij panel" title="Zamknij panel" onClick={close}>
          <Icon name="close" />
        </button>
      </header>
      {open === 'traffic' ? <Traffic query={query} onlyProblems={onlyProblems} /> : <Violations query={query} />}
    </section>
  );
}
