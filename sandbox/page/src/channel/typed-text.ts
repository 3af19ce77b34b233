import type { Snapshot } from '../../../page-api.ts';
import { encode } from '../text/parse.ts';

/**
 * What the composer sends for what was typed: marks are escaped as Slack's client does, and `@Name` and `#channel`
 * of known people and channels become mentions.
 */
export function toSend(typed: string, { people, channels }: Snapshot): string {
  const named = [
    ...people.map((person) => ({ shown: `@${person.name}`, sent: `<@${person.id}>` })),
    ...channels
      .filter((channel) => channel.kind !== 'im')
      .map((channel) => ({ shown: `#${channel.name}`, sent: `<#${channel.id}|${channel.name}>` })),
  ].toSorted((a, b) => b.shown.length - a.shown.length);
  return named.reduce((text, { shown, sent }) => text.split(encode(shown)).join(sent), encode(typed));
}

/** The unfinished mention at the end of what was typed: `@an` in `przydziel @an`. */
export const openMention = (typed: string): string | null =>
  /(?:^|\s)@([\p{L}]*(?: [\p{L}]*)?)$/u.exec(typed)?.[1] ?? null;
