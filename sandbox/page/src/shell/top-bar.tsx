import { useState } from 'react';
import type { Status } from '../../../page-api.ts';
import { fetchStatus } from '../store/api.ts';
import { clockTime, fullTime, shortTime } from '../store/time.ts';
import { useWorkspace } from '../store/workspace.tsx';
import { Avatar } from '../ui/avatar.tsx';
import { kindName, personChoice } from '../ui/choices.ts';
import { Combobox } from '../ui/combobox.tsx';
import { Icon } from '../ui/icon.tsx';
import { Popover } from '../ui/popover.tsx';

function ActAs({ onChange }: { readonly onChange: (id: string) => void }) {
  const { snapshot } = useWorkspace();
  const choices = snapshot.people
    .filter((person) => person.kind !== 'bot')
    .map((person) => ({ ...personChoice(person), tag: kindName(person), disabled: person.kind === 'deactivated' }));
  const { me } = snapshot;
  return (
    <div className="act-as">
      <label htmlFor="act-as">Działaj jako</label>
      <Avatar person={me} />
      <Combobox
        id="act-as"
        label="Działaj jako"
        placeholder="Wybierz osobę"
        choices={choices}
        picked={[personChoice(me)]}
        onChange={([next]) => {
          if (next !== undefined) onChange(next.key);
        }}
      />
      <span className="tag act-as-kind" title={me.title}>
        {kindName(me)}
      </span>
    </div>
  );
}

function Violations() {
  const { violations } = useWorkspace().snapshot;
  const [status, setStatus] = useState<Status | null>(null);
  const label = `Naruszenia zasad Slacka: ${violations}`;
  return (
    <Popover
      label={label}
      className={violations === 0 ? 'badge' : 'badge is-bad'}
      button={
        <>
          <Icon name={violations === 0 ? 'check' : 'alert'} /> {violations}
        </>
      }
      onOpen={() => void fetchStatus().then(setStatus, () => undefined)}
    >
      <h2>Naruszenia zasad Slacka</h2>
      {status?.violations.length === 0 ? <p>Aplikacja nie zrobiła niczego, czego Slack by nie przyjął.</p> : null}
      <ul className="plain-list">
        {status?.violations.map((one) => (
          <li key={`${one.at} ${one.name} ${one.detail}`}>
            <strong>{one.name}</strong>
            <br />
            {one.detail}
            <br />
            <small>{shortTime(one.at)}</small>
          </li>
        ))}
      </ul>
    </Popover>
  );
}

type TopBarProps = { readonly onActAs: (id: string) => void };

export function TopBar({ onActAs }: TopBarProps) {
  const { snapshot, offline } = useWorkspace();
  return (
    <header className="top-bar">
      <strong className="brand">Piaskownica</strong>
      <ActAs onChange={onActAs} />
      {offline ? (
        <span className="badge is-bad" role="status">
          brak połączenia
        </span>
      ) : null}
      <time className="clock" title={fullTime(snapshot.now)} dateTime={new Date(snapshot.now).toISOString()}>
        <span className="clock-day">{shortTime(snapshot.now).replace(/, [^,]*$/, '')}, </span>
        {clockTime(snapshot.now)}
      </time>
      <Violations />
    </header>
  );
}
