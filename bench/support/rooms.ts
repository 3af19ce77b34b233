import { BOT_USER_ID, type Sandbox } from '../../sandbox/index.ts';

/** So many channels more, with nobody in them but the bot; gives their ids. */
export function addRooms({ world, clock }: Sandbox, count: number): readonly string[] {
  const ids = Array.from({ length: count }, (_, index) => `C0ROOM${String(index).padStart(4, '0')}`);
  const plain = {
    kind: 'private' as const,
    topic: '',
    purpose: '',
    creator: BOT_USER_ID,
    archived: false,
    general: false,
  };
  for (const id of ids) {
    const lists = { members: [BOT_USER_ID], sharedWith: [], pins: [], bookmarks: [] };
    world.state.channels.push({
      ...plain,
      ...lists,
      id,
      name: id.toLowerCase(),
      created: Math.floor(clock.now() / 1000),
    });
  }
  return ids;
}
