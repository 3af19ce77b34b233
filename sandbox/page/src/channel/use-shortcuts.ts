import { useNotes } from '../shell/notes.tsx';
import { explain } from '../store/explain.ts';
import { useWorkspace } from '../store/workspace.tsx';
import type { MenuItem } from '../ui/menu.tsx';

/** The app's shortcuts as lines of a menu: the global ones, or those for the message `ts`. A refusal is said in the channel. */
export function useShortcuts(channel: string, ts: string | null): readonly MenuItem[] {
  const { snapshot, act } = useWorkspace();
  const notes = useNotes();
  const run = async (callbackId: string) => {
    const result = await act({ do: 'shortcut', callbackId, ...(ts === null ? {} : { channel, ts }) });
    if (!result.ok) notes.add(channel, `Skrót nie zadziałał: ${explain(result.error)}.`, snapshot.now);
  };
  return snapshot.shortcuts
    .filter((shortcut) => shortcut.type === (ts === null ? 'global' : 'message'))
    .map((shortcut) => ({
      key: shortcut.callbackId,
      label: shortcut.name,
      description: `${snapshot.app.name} · ${shortcut.description}`,
      onPick: () => void run(shortcut.callbackId),
    }));
}
