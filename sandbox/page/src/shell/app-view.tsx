import { useEffect } from 'react';
import { ChannelView } from '../channel/channel-view.tsx';
import { Home } from '../home.tsx';
import { useWorkspace } from '../store/workspace.tsx';
import { Avatar } from '../ui/avatar.tsx';

type AppViewProps = { readonly at: string; readonly onGo: (at: string) => void };

/** The app's own place, with its tabs Home and Messages. */
export function AppView({ at, onGo }: AppViewProps) {
  const { snapshot, act, person, channel } = useWorkspace();
  const talk = at === 'home' ? null : channel(at);
  useEffect(() => {
    if (at !== 'home') void act({ do: 'open_home', tab: 'messages' });
  }, [act, at]);
  const toMessages = async () => {
    const result = await act({ do: 'open_dm', user: snapshot.app.userId });
    if (result.ok && result.channel !== undefined) onGo(result.channel);
  };
  const tab = (label: string, selected: boolean, onClick: () => void) => (
    <button type="button" role="tab" aria-selected={selected} className="tab" onClick={onClick}>
      {label}
    </button>
  );
  return (
    <div className="app-view">
      <header className="channel-head app-head">
        <h1>
          <Avatar person={person(snapshot.app.userId)} /> <span className="channel-name">{snapshot.app.name}</span>{' '}
          <span className="app-tag">APP</span>
        </h1>
        <div role="tablist" className="tabs">
          {tab('Strona główna', talk === null, () => onGo('home'))}
          {tab('Wiadomości', talk !== null, () => void toMessages())}
        </div>
      </header>
      {talk === null ? <Home /> : <ChannelView key={talk.id} channel={talk} withHeader={false} />}
    </div>
  );
}
