import { useNotes } from '../shell/notes.tsx';
import { explain } from '../store/explain.ts';
import { useWorkspace } from '../store/workspace.tsx';

/** Sends what was typed: a command where the first word is one, a message otherwise. Refusals appear in the channel, as in Slack. */
export function useSend(channel: string, threadTs: string | null): (typed: string) => Promise<void> {
  const { act, snapshot } = useWorkspace();
  const notes = useNotes();
  const place = threadTs === null ? channel : `${channel} ${threadTs}`;
  const fail = (what: string, error: string) => notes.add(place, `${what} ${explain(error)}.`, snapshot.now);
  return async (typed) => {
    const text = typed.trim();
    if (!text.startsWith('/')) {
      const result = await act({ do: 'say', channel, text, ...(threadTs === null ? {} : { threadTs }) });
      if (!result.ok) fail('Wiadomość nie została wysłana:', result.error);
      return;
    }
    const [command = '', ...words] = text.split(' ');
    if (threadTs !== null) return fail(`\`${command}\` nie zadziałało:`, 'command_in_thread');
    if (!snapshot.commands.some((one) => one.command === command))
      return fail(`\`${command}\` nie zadziałało:`, 'unknown_command');
    const result = await act({ do: 'slash', channel, command, text: words.join(' ').trim() });
    if (!result.ok) fail(`\`${command}\` nie zadziałało:`, result.error);
  };
}
