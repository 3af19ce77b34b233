import type { PageChannel } from '../../../page-api.ts';
import { useWorkspace } from '../store/workspace.tsx';
import { Avatar } from '../ui/avatar.tsx';
import { Icon } from '../ui/icon.tsx';
import { NewMessage } from './new-message.tsx';
import { Row, Section } from './side-row.tsx';

type SidebarProps = { readonly at: string; readonly onGo: (at: string) => void };

const byName = (a: PageChannel, b: PageChannel) => a.name.localeCompare(b.name, 'pl');

function Shared({ with: teams }: { readonly with: readonly string[] }) {
  if (teams.length === 0) return null;
  const words = `Slack Connect: ${teams.join(', ')}`;
  return (
    <span title={words}>
      <Icon name="shared" />
      <span className="sr-only">{words}</span>
    </span>
  );
}

function Channels({ title, channels, at, onGo }: SidebarProps & { title: string; channels: readonly PageChannel[] }) {
  if (channels.length === 0) return null;
  return (
    <Section title={title}>
      {channels.toSorted(byName).map((channel) => (
        <Row
          key={channel.id}
          label={channel.name}
          icon={channel.kind === 'private' ? <Icon name="lock" /> : '#'}
          mark={<Shared with={channel.sharedWith} />}
          unread={channel.unread}
          current={at === channel.id}
          faded={!channel.isMember || channel.archived}
          onClick={() => onGo(channel.id)}
        />
      ))}
    </Section>
  );
}

function Talks({ at, onGo }: SidebarProps) {
  const { snapshot, person } = useWorkspace();
  const talks = snapshot.channels.filter((one) => one.kind === 'im' && one.withUser !== snapshot.app.userId);
  return (
    <Section title="Rozmowy" tool={<NewMessage onGo={onGo} />}>
      {talks.toSorted(byName).map((talk) => (
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
  );
}

export function Sidebar({ at, onGo }: SidebarProps) {
  const { snapshot, person } = useWorkspace();
  const { app, channels } = snapshot;
  const rooms = channels.filter((channel) => channel.kind !== 'im');
  const live = rooms.filter((channel) => !channel.archived);
  const appTalk = channels.find((channel) => channel.withUser === app.userId);
  return (
    <nav id="sidebar" className="sidebar" aria-label="Kanały i rozmowy">
      <div className="team-name" title={snapshot.me.teamName}>
        {snapshot.me.teamName}
      </div>
      <Channels title="Kanały" channels={live.filter((one) => one.isMember)} at={at} onGo={onGo} />
      <Channels title="Inne kanały" channels={live.filter((one) => !one.isMember)} at={at} onGo={onGo} />
      <Talks at={at} onGo={onGo} />
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
      <Channels title="Zarchiwizowane" channels={rooms.filter((one) => one.archived)} at={at} onGo={onGo} />
    </nav>
  );
}
