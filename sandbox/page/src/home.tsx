import { useEffect, useState } from 'react';
import type { PageView } from '../../page-api.ts';
import { Blocks } from './blocks/block.tsx';
import { explain } from './store/explain.ts';
import { useWorkspace } from './store/workspace.tsx';
import { SurfaceProvider, useSurfaceState } from './surface/surface.tsx';

function HomeView({ view }: { readonly view: PageView }) {
  const surface = useSurfaceState({ in: 'home' }, view);
  return (
    <div className="home-sheet">
      <SurfaceProvider value={surface}>
        <Blocks />
      </SurfaceProvider>
    </div>
  );
}

/** The app's Home tab. Showing it tells the app, as Slack does with `app_home_opened`. */
export function Home() {
  const { snapshot, act } = useWorkspace();
  const { home, app } = snapshot;
  const [refusal, setRefusal] = useState<string | null>(null);
  useEffect(() => {
    void act({ do: 'open_home', tab: 'home' }).then((result) =>
      setRefusal(result.ok ? null : `Strona główna jest niedostępna: ${explain(result.error)}`),
    );
  }, [act]);
  const nothing = refusal ?? `${app.name} nie ma jeszcze strony głównej dla tej osoby`;
  return (
    <div className="home" role="tabpanel" aria-label="Strona główna">
      {home === null ? <p className="empty">{nothing}.</p> : <HomeView key={home.id} view={home} />}
    </div>
  );
}
