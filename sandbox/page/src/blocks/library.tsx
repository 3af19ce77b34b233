import type { AnyBlock } from '@slack/types';
import { Component, type ReactNode, useMemo } from 'react';
import { type Block, Message } from 'slack-blocks-to-jsx';
import { fillDateTokens } from '../store/time.ts';
import { useWorkspace } from '../store/workspace.tsx';

type GuardProps = { readonly type: string; readonly children: ReactNode };

/** The drawing library throws on what it does not know; one block must not take the page with it. */
class Guard extends Component<GuardProps, { readonly failed: boolean }> {
  override state = { failed: false };
  static getDerivedStateFromError() {
    return { failed: true };
  }
  override render() {
    return this.state.failed ? (
      <p className="unknown">Nie umiem narysować bloku „{this.props.type}”.</p>
    ) : (
      this.props.children
    );
  }
}

/** Blocks drawn by the library: rich text, and all the decorative ones that only show. */
export function LibraryBlock({ block }: { readonly block: AnyBlock }) {
  const { snapshot } = useWorkspace();
  const data = useMemo(
    () => ({
      users: snapshot.people.map(({ id, name }) => ({ id, name })),
      channels: snapshot.channels.map(({ id, name }) => ({ id, name })),
    }),
    [snapshot.people, snapshot.channels],
  );
  const hooks = {
    date: ({ timestamp, format }: { timestamp: string; format: string }) => (
      <>{fillDateTokens(Number(timestamp), format)}</>
    ),
    user: ({ id, name }: { id: string; name: string }) => <span className="mention">@{name || id}</span>,
    channel: ({ id, name }: { id: string; name: string }) => <span className="mention">#{name || id}</span>,
  };
  return (
    <Guard key={JSON.stringify(block)} type={block.type}>
      <Message blocks={[block as unknown as Block]} logo="" name="" data={data} hooks={hooks} withoutWrapper />
    </Guard>
  );
}
