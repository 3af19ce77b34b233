import { useCallback, useEffect, useState } from 'react';
import type { Place as Where } from '../../page-api.ts';
import { ChannelView } from './channel/channel-view.tsx';
import { ModalStack } from './modal/modal.tsx';
import { AppView } from './shell/app-view.tsx';
import { Invitations } from './shell/invitations.tsx';
import { NotesProvider, useNoteBook } from './shell/notes.tsx';
import { Panel, type PanelName } from './shell/panel.tsx';
import { Sidebar } from './shell/sidebar.tsx';
import { StoryBar, useFollowing } from './shell/story-bar.tsx';
import { TopBar } from './shell/top-bar.tsx';
import { useLocation } from './store/location.ts';
import { useLiveWorkspace, useWorkspace, WorkspaceProvider } from './store/workspace.tsx';

function Place({ at, onGo }: { readonly at: string; readonly onGo: (at: string) => void }) {
  const { snapshot, channel } = useWorkspace();
  const found = channel(at);
  if (at === 'home' || found?.withUser === snapshot.app.userId) return <AppView at={at} onGo={onGo} />;
  if (found === null) return <p className="empty">Tu nic nie ma. Wybierz kanał z listy.</p>;
  return <ChannelView key={found.id} channel={found} />;
}

type DeskProps = {
  readonly at: string | null;
  readonly onGo: (at: string) => void;
  readonly sidebar: boolean;
};

/** Where one person is; another person starts afresh. */
function Desk({ at, onGo, sidebar }: DeskProps) {
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
      <div className="desk">
        {sidebar ? <Sidebar at={where} onGo={onGo} /> : null}
        <main id="place" className="place" tabIndex={-1}>
          <Invitations />
          <Place at={where} onGo={onGo} />
          <ModalStack />
        </main>
      </div>
    </NotesProvider>
  );
}

type ShellProps = Omit<DeskProps, 'sidebar'> & {
  readonly onActAs: (id: string) => void;
  /** Goes along with a story that plays by itself. */
  readonly onFollow: (place: Where) => void;
};

/** Everything around a person's desk; it stays when one goes on as another. */
function Shell({ at, onGo, onActAs, onFollow }: ShellProps) {
  const { me, scene } = useWorkspace().snapshot;
  const { follows, toggle, leave } = useFollowing(scene, onFollow);
  const [sidebar, setSidebar] = useState(window.innerWidth > 640);
  const [panel, setPanel] = useState<PanelName | null>(null);
  const onPanel = (name: PanelName) => setPanel(panel === name ? null : name);
  return (
    <>
      <a className="skip-link" href="#place">
        Przejdź do treści
      </a>
      <TopBar
        sidebar={sidebar}
        panel={panel}
        onSidebar={() => setSidebar(!sidebar)}
        onPanel={onPanel}
        onActAs={(id) => {
          leave();
          onActAs(id);
        }}
      />
      <StoryBar follows={follows} onFollow={toggle} />
      <Desk
        key={me.id}
        at={at}
        onGo={(to) => {
          leave();
          onGo(to);
        }}
        sidebar={sidebar}
      />
      {panel === null ? null : <Panel open={panel} onOpen={setPanel} onClose={() => setPanel(null)} />}
    </>
  );
}

export function App() {
  const [place, go] = useLocation();
  const { workspace, failed } = useLiveWorkspace(place.as);
  const me = workspace?.snapshot.me.id;
  const follow = useCallback((next: Where) => go(next, false), [go]);
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
        <Shell at={place.at} onGo={(at) => go({ at })} onActAs={(as) => go({ as })} onFollow={follow} />
      </div>
    </WorkspaceProvider>
  );
}
