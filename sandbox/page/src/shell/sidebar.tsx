import type { ReactNode } from 'react';
import type { PageChannel } from '../../../page-api.ts';
import { useWorkspace } from '../store/workspace.tsx';
import { Avatar } from '../ui/avatar.tsx';
import { kindName, personChoice } from '../ui/choices.ts';
import { Icon } from '../ui/icon.tsx';
import { Menu } from '../ui/menu.tsx';

type SidebarProps = { readonly at: string; readonly onGo: (at: string) => void };

type RowProps = {
  readonly label: string;
  readonly icon: ReactNode;
  readonly unread: number;
  readonly current: boolean;
  readonly faded?: boolean;
  readonly onClick: () => void;
};

function Row({ label, icon, unread, current, faded = false, onClick }: RowProps) {
  const marks = `${current ? ' is-current' : ''}${unread > 0 ? ' is-unread' : ''}${faded ? ' is-faded' : ''}`;
  return (
    <li>
      <button
        type="button"
        className={`side-row${marks}`}
        aria-current={current ? 'page' : undefined}
        title={label}
        onClick={onClick}
      >
        <span className="side-icon" aria-hidden="true">
          {icon}
        </span>
        <span className="side-name">{label}</span>
        {unread > 0 ? (
          <span className="unread">
            <span className="sr-only">nieprzeczytane: </span>
            {unread}
          </span>
        ) : null}
      </button>
    </li>
  );
}

function Section({
  title,
  children,
  tool = null,
}: {
  readonly title: string;
  readonly children: ReactNode;
  readonly tool?: ReactNode;
}) {
  return (
    <section className="side-section" aria-label={title}>
      <h2>
        {title}
        {tool}
      </h2>
      <ul>{children}</ul>
    </section>
  );
}

function NewMessage({ onGo }: { readonly onGo: (at: string) => void }) {
  const { snapshot, act } = useWorkspace();
  const others = snapshot.people.filter(
    (person) => person.id !== snapshot.me.id && person.kind !== 'bot' && person.kind !== 'deactivated',
  );
  const open = async (user: string) => {
    const result = await act({ do: 'open_dm', user });
    if (result.ok && result.channel !== undefined) onGo(result.channel);
  };
  const items = others.map((person) => ({
    key: person.id,
    label: personChoice(person).label,
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

const byName = (a: PageChannel, b: PageChannel) => a.name.localeCompare(b.name, 'pl');

export function Sidebar({ at, onGo }: SidebarProps) {
  const { snapshot, person } = useWorkspace();
  const { app, channels } = snapshot;
  const rooms = channels.filter((channel) => channel.kind !== 'im').toSorted(byName);
  const room = (channel: PageChannel) => (
    <Row
      key={channel.id}
      label={channel.name}
      icon={channel.kind === 'private' ? <Icon name="lock" /> : '#'}
      unread={channel.unread}
      current={at === channel.id}
      faded={!channel.isMember || channel.archived}
      onClick={() => onGo(channel.id)}
    />
  );
  const elsewhere = rooms.filter((channel) => !channel.isMember);
  const talks = channels.filter((channel) => channel.kind === 'im' && channel.withUser !== app.userId).toSorted(byName);
  const appTalk = channels.find((channel) => channel.withUser === app.userId);
  return (
    <nav className="sidebar" aria-label="Kanały i rozmowy">
      <div className="team-name" title={snapshot.me.teamName}>
        {snapshot.me.teamName}
      </div>
      <Section title="Kanały">{rooms.filter((channel) => channel.isMember).map(room)}</Section>
      {elsewhere.length === 0 ? null : <Section title="Inne kanały">{elsewhere.map(room)}</Section>}
      <Section title="Rozmowy" tool={<NewMessage onGo={onGo} />}>
        {talks.map((talk) => (
          <Row
            key={talk.id}
            label={talk.name}
            icon={<Avatar person={person(talk.withUser)} />}
            unread={talk.unread}
            current={at === talk.id}
            onClick={() => onGo(talk.id)}
          />
        ))}
      </Section>
      <Section title="Aplikacje">
        <Row
          label={app.name}
          icon={<Avatar person={person(app.userId)} />}
          unread={appTalk?.unread ?? 0}
          current={at === 'home' || at === appTalk?.id}
          onClick={() => onGo('home')}
        />
        {app.connected ? null : <li className="side-note">aplikacja nie jest podłączona</li>}
      </Section>
    </nav>
  );
}
