import type { ReactNode } from 'react';
import { useLook } from '../store/look.ts';
import { useWorkspace } from '../store/workspace.tsx';
import { Icon } from '../ui/icon.tsx';
import { ActAs } from './act-as.tsx';
import { Clock } from './clock.tsx';
import type { PanelName } from './panel.tsx';

type ToggleProps = {
  readonly label: string;
  readonly on: boolean;
  readonly bad?: boolean;
  /** The id of what it opens. */
  readonly controls?: string;
  readonly onClick: () => void;
  readonly children: ReactNode;
};

function Toggle({ label, on, bad = false, controls, onClick, children }: ToggleProps) {
  const state = controls === undefined ? { 'aria-pressed': on } : { 'aria-expanded': on, 'aria-controls': controls };
  return (
    <button
      type="button"
      className={`bar-button${on && controls === 'panel' ? ' is-on' : ''}${bad ? ' is-bad' : ''}`}
      aria-label={label}
      title={label}
      {...state}
      onClick={onClick}
    >
      {children}
    </button>
  );
}

export type ShellState = {
  readonly sidebar: boolean;
  readonly panel: PanelName | null;
  readonly onSidebar: () => void;
  readonly onPanel: (panel: PanelName) => void;
};

type TopBarProps = ShellState & { readonly onActAs: (id: string) => void };

export function TopBar({ sidebar, panel, onSidebar, onPanel, onActAs }: TopBarProps) {
  const { snapshot, offline } = useWorkspace();
  const { dark, toggle } = useLook();
  const { violations, channels } = snapshot;
  // What the sidebar would say while it is put away.
  const unread = sidebar ? 0 : channels.reduce((sum, channel) => sum + channel.unread, 0);
  return (
    <header className="top-bar">
      <Toggle
        label={unread > 0 ? `Lista kanałów (nieprzeczytane: ${unread})` : 'Lista kanałów'}
        on={sidebar}
        controls="sidebar"
        onClick={onSidebar}
      >
        <Icon name="menu" />
        {unread > 0 ? <span className="unread">{unread}</span> : null}
      </Toggle>
      <strong className="brand">Piaskownica</strong>
      <ActAs onChange={onActAs} />
      {offline ? (
        <span className="bar-button is-bad" role="status">
          brak połączenia
        </span>
      ) : null}
      <Clock />
      <Toggle label="Ruch" on={panel === 'traffic'} controls="panel" onClick={() => onPanel('traffic')}>
        <Icon name="traffic" /> <span className="wide-only">Ruch</span>
      </Toggle>
      <Toggle
        label={`Naruszenia zasad Slacka: ${violations}`}
        on={panel === 'violations'}
        bad={violations > 0}
        controls="panel"
        onClick={() => onPanel('violations')}
      >
        <Icon name={violations === 0 ? 'check' : 'alert'} />
        {violations === 0 ? null : violations}
      </Toggle>
      <Toggle label="Ciemny wygląd" on={dark} onClick={toggle}>
        <Icon name={dark ? 'sun' : 'moon'} />
      </Toggle>
    </header>
  );
}
