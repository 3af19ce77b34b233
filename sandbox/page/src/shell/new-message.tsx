import { useWorkspace } from '../store/workspace.tsx';
import { kindName } from '../ui/choices.ts';
import { Icon } from '../ui/icon.tsx';
import { Menu } from '../ui/menu.tsx';

/** Starts a conversation with anybody who can still read it. */
export function NewMessage({ onGo }: { readonly onGo: (at: string) => void }) {
  const { snapshot, act } = useWorkspace();
  const open = async (user: string) => {
    const result = await act({ do: 'open_dm', user });
    if (result.ok && result.channel !== undefined) onGo(result.channel);
  };
  const items = snapshot.people
    .filter(({ id, kind }) => id !== snapshot.me.id && kind !== 'bot' && kind !== 'deactivated')
    .map((person) => ({
      key: person.id,
      label: person.name,
      description: `${person.title} · ${kindName(person)}`,
      onPick: () => void open(person.id),
    }));
  return (
    <Menu
      label="Nowa wiadomość bezpośrednia"
      icon={<Icon name="plus" />}
      items={items}
      className="icon-button side-tool"
    />
  );
}
