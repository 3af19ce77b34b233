import { useEffect, useState } from 'react';
import type { Place, Scene } from '../../../page-api.ts';
import { useWorkspace } from '../store/workspace.tsx';

type Following = {
  readonly follows: boolean;
  readonly toggle: () => void;
  /** Somebody went somewhere by themselves: the page stays with them. */
  readonly leave: () => void;
};

/** Goes where the story that plays by itself goes on, until somebody goes their own way. */
export function useFollowing(scene: Scene | null, goTo: (place: Place) => void): Following {
  const [follows, setFollows] = useState(true);
  const as = scene?.place.as ?? null;
  const at = scene?.place.at ?? null;
  useEffect(() => {
    if (follows && as !== null) goTo({ as, at });
  }, [follows, as, at, goTo]);
  return { follows, toggle: () => setFollows(!follows), leave: () => setFollows(false) };
}

type StoryBarProps = { readonly follows: boolean; readonly onFollow: () => void };

/** What is going on in a story that plays by itself: its chapter, and what somebody is doing. */
export function StoryBar({ follows, onFollow }: StoryBarProps) {
  const { scene } = useWorkspace().snapshot;
  if (scene === null) return null;
  const { chapter, of, title, step, place } = scene;
  return (
    <section className="story-bar" aria-label="Historia">
      <p aria-live="polite">
        <strong>{of === 0 ? title : `${chapter}/${of} ${title}`}</strong> <span>{step}</span>
      </p>
      {place.as === null && of === 0 ? null : (
        <button type="button" className="bar-button" aria-pressed={follows} onClick={onFollow}>
          {follows ? 'Podążam za historią' : 'Podążaj za historią'}
        </button>
      )}
    </section>
  );
}
