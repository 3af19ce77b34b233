import type { Feature } from '../feature.ts';
import type {
  ActionHandler,
  CommandHandler,
  EventHandler,
  OptionsHandler,
  ShortcutHandler,
  ViewHandler,
} from './handlers.ts';

/** All handlers by the id under which Slack asks for them. */
export type Registry = {
  readonly commands: readonly CommandHandler[];
  readonly actions: ReadonlyMap<string, ActionHandler>;
  readonly views: ReadonlyMap<string, ViewHandler>;
  readonly options: ReadonlyMap<string, OptionsHandler>;
  readonly shortcuts: ReadonlyMap<string, ShortcutHandler>;
  readonly events: ReadonlyMap<string, readonly EventHandler[]>;
};

function byId<T>(items: readonly T[], idOf: (item: T) => string): Map<string, T> {
  const map = new Map<string, T>();
  for (const item of items) {
    const id = idOf(item);
    if (map.has(id)) throw new Error(`Two handlers for ${id}`);
    map.set(id, item);
  }
  return map;
}

/** Collects the handlers of all features; two for one id is a mistake of ours and throws. */
export function collect(features: readonly Feature[]): Registry {
  const all = <T>(pick: (feature: Feature) => readonly T[] | undefined): T[] => features.flatMap((f) => pick(f) ?? []);
  const events = all((f) => f.events);
  return {
    commands: all((f) => f.commands),
    actions: byId(
      all((f) => f.actions),
      (handler) => handler.id,
    ),
    views: byId(
      all((f) => f.views),
      (handler) => handler.id,
    ),
    options: byId(
      all((f) => f.options),
      (handler) => handler.id,
    ),
    shortcuts: byId(
      all((f) => f.shortcuts),
      (handler) => handler.id,
    ),
    events: new Map(Object.entries(Object.groupBy(events, (handler) => handler.type))) as Map<string, EventHandler[]>,
  };
}

/** A command's text in the form in which words are compared: lower case, single spaces. */
const folded = (text: string): string => text.trim().toLocaleLowerCase('pl').replace(/\s+/g, ' ');

/** The handler whose words begin the text, longest first, with the rest of the text. Null for an unknown word. */
export function findCommand(
  commands: readonly CommandHandler[],
  text: string,
): { readonly handler: CommandHandler; readonly rest: string } | null {
  const trimmed = text.trim().replace(/\s+/g, ' ');
  const known = commands
    .flatMap((handler) => handler.words.map((words) => ({ handler, words })))
    .sort((a, b) => b.words.length - a.words.length);
  const found = known.find(({ words }) => `${folded(trimmed)} `.startsWith(words === '' ? '\u0000' : `${words} `));
  if (found) return { handler: found.handler, rest: trimmed.slice(found.words.length).trim() };
  const empty = trimmed === '' ? known.find(({ words }) => words === '') : undefined;
  return empty ? { handler: empty.handler, rest: '' } : null;
}
