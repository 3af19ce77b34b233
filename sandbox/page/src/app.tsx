import { useEffect } from 'react';
import { ChannelView } from './channel/channel-view.tsx';
import { ModalStack } from './modal/modal.tsx';
import { AppView } from './shell/app-view.tsx';
import { NotesProvider, useNoteBook } from './shell/notes.tsx';
import { Sidebar } from './shell/sidebar.tsx';
import { TopBar } from './shell/top-bar.tsx';
import { useLocation } from './store/location.ts';
import { useLiveWorkspace, useWorkspace, WorkspaceProvider } from './store/workspace.tsx';

type PlaceProps = {
  readonly at: string | null;
  readonly onGo: (at: string) => void;
  readonly onActAs: (id: string) => void;
};

function Place({ at, onGo }: { readonly at: string; readonly onGo: (at: string) => void }) {
  const { snapshot, channel } = useWorkspace();
  const found = channel(at);
  if (at === 'home' || found?.withUser === snapshot.app.userId) return <AppView at={at} onGo={onGo} />;
  if (found === null) return <p className="empty">Tu nic nie ma. Wybierz kanał z listy.</p>;
  return <ChannelView key={found.id} channel={found} />;
}

function Desk({ at, onGo, onActAs }: PlaceProps) {
  const { snapshot, channel } = useWorkspace();
  const first = snapshot.channels.find((one) => one.isMember && one.kind !== 'im' && !one.archived);
  const known = at === 'home' || (at !== null && channel(at) !== null);
  const where = known ? at : (first?.id ?? 'home');
  const current = channel(where)?.name ?? snapshot.app.name;
  useEffect(() => {
    document.title = `${current} · ${snapshot.me.name} · Piaskownica`;
  }, [current, snapshot.me.name]);
  return (
    <NotesProvider value={useNoteBook()}>
      <TopBar onActAs={onActAs} />
      <div className="desk">
        <Sidebar at={where} onGo={onGo} />
        <main className="place">
          <Place at={where} onGo={onGo} />
        </main>
      </div>
      <ModalStack />
    </NotesProvider>
  );
}

export function App() {
  const [place, go] = useLocation();
  const { workspace, failed } = useLiveWorkspace(place.as);
  const me = workspace?.snapshot.me.id;
  useEffect(() => {
    if (place.as !== null && failed === 'unknown') go({ as: null });
    if (place.as === null && me !== undefined) go({ as: me });
  }, [place.as, me, failed, go]);
  if (workspace === null)
    return (
      <p className="empty">{failed !== null ? 'Piaskownica nie odpowiada. Czy jest uruchomiona?' : 'Wczytuję…'}</p>
    );
  const stale = place.as !== null && me !== place.as;
  return (
    <WorkspaceProvider value={workspace}>
      <div className="app" aria-busy={stale}>
        <Desk key={me} at={place.at} onGo={(at) => go({ at })} onActAs={(as) => go({ as })} />
      </div>
    </WorkspaceProvider>
  );
}
