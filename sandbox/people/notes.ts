import type { Message, Person } from '../world/types.ts';

type Note = (message: Message) => string;

const afterColon = (text: string): string => text.slice(text.indexOf(': ') + 2);

/** Slack's own notes as a Polish reader sees them; the Web API gives them in English. */
const POLISH: Readonly<Record<string, Note>> = {
  channel_join: ({ user }) => `<@${user}> dołącza do kanału`,
  channel_name: ({ text }) => `Nowa nazwa kanału: ${text.replace('renamed the channel to ', '')}`,
  channel_topic: ({ text }) => `Temat kanału: ${afterColon(text)}`,
  channel_purpose: ({ text }) => `Cel kanału: ${afterColon(text)}`,
};

/** The text of a message in the reader's language, where Slack itself wrote it. */
export const noteText = (message: Message, reader: Person): string => {
  const note = reader.locale?.startsWith('pl') && message.subtype !== null ? POLISH[message.subtype] : undefined;
  return note ? note(message) : message.text;
};
