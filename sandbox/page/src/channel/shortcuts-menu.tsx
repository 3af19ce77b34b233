import { useNotes } from '../shell/notes.tsx';
import { explain } from '../store/explain.ts';
import { useWorkspace } from '../store/workspace.tsx';
import { Icon } from '../ui/icon.tsx';
import { Menu } from '../ui/menu.tsx';

/** The app's global shortcuts, behind the lightning button. */
export function ShortcutsMenu({ channel }: { readonly channel: string }) {
  const { snapshot, act } = useWorkspace();
  const notes = useNotes();
  const run = async (callbackId: string) => {
    const result = await act({ do: 'shortcut', callbackId });
    if (!result.ok) notes.add(channel, `Skrót nie zadziałał: ${explain(result.error)}.`, snapshot.now);
  };
  const items = snapshot.shortcuts
    .filter((shortcut) => shortcut.type === 'global')
    .map((shortcut) => ({
      key: shortcut.callbackId,
      label: shortcut.name,
      description: `${snapshot.app.name} · ${shortcut.description}`,
      onPick: () => void run(shortcut.callbackId),
    }));
  return <Menu label="Skróty" icon={<Icon name="bolt" />} items={items} />;
}
