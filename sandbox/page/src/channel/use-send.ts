import { useNotes } from '../shell/notes.tsx';
import { explain } from '../store/explain.ts';
import { useWorkspace } from '../store/workspace.tsx';
import { readFiles } from '../surface/read-files.ts';

/** Sends what was typed: a command where the first word is one, a message (with its files) otherwise. Refusals appear in the channel, as in Slack. */
export function useSend(channel: string, threadTs: string | null) {
  const { act, snapshot } = useWorkspace();
  const notes = useNotes();
  const place = threadTs === null ? channel : `${channel} ${threadTs}`;
  const fail = (what: string, error: string) => notes.add(place, `${what} ${explain(error)}.`, snapshot.now);
  const say = async (text: string, files: readonly File[]) => {
    const message = { channel, text, ...(threadTs === null ? {} : { threadTs }) };
    const result = await act(
      files.length === 0 ? { do: 'say', ...message } : { do: 'upload', files: await readFiles(files), ...message },
    );
    if (!result.ok) fail('Wiadomość nie została wysłana:', result.error);
  };
  return async (typed: string, files: readonly File[]): Promise<void> => {
    const text = typed.trim();
    if (!text.startsWith('/') || files.length > 0) return say(text, files);
    const [command = '', ...words] = text.split(' ');
    const known = snapshot.commands.some((one) => one.command === command);
    const refusal = threadTs === null ? 'unknown_command' : 'command_in_thread';
    const result =
      known && threadTs === null
        ? await act({ do: 'slash', channel, command, text: words.join(' ').trim() })
        : { ok: false as const, error: refusal };
    if (!result.ok) fail(`\`${command}\` nie zadziałało:`, result.error);
  };
}
