import type { ZodType } from 'zod';
import type { Actor } from '../../core/actor.ts';
import type { Locale } from '../../core/locale.ts';
import type { Deps, HelpOffer } from '../deps.ts';
import type { FormValues, Parsed } from './form.ts';
import { parseForm } from './form.ts';
import type { Choice } from './message.ts';
import type { Reply } from './reply.ts';

/** What every handler gets: who acts, when it was received (T3), and where they are. */
export type Handling = {
  readonly deps: Deps;
  readonly actor: Actor;
  /** The moment the server received the interaction: the deciding moment of T3. */
  readonly now: Date;
  /** The channel the person is in, when there is one. */
  readonly channelId: string | null;
};

export type CommandHandler = HelpOffer & { readonly run: (handling: Handling, rest: string) => Promise<Reply> };

export type ActionHandler = {
  readonly id: string;
  /** Null: the value is not one of ours; nothing is done. */
  readonly run: (handling: Handling, raw: string | null, form: FormValues) => Promise<Reply | null>;
};

export type ViewHandler = {
  readonly id: string;
  /** Checks a submission without side effects. Null: the metadata is not ours. Errors are words by field. */
  readonly parse: (deps: Deps, values: FormValues, data: unknown, locale: Locale) => Promise<Submission | null>;
};
export type Submission =
  | { readonly ok: true; readonly run: (handling: Handling) => Promise<Reply> }
  | { readonly ok: false; readonly errors: Readonly<Record<string, string>> };

export type OptionsHandler = {
  readonly id: string;
  readonly run: (handling: Handling, query: string, data: unknown) => Promise<readonly Choice[]>;
};

export type ShortcutHandler = { readonly id: string; readonly run: (handling: Handling) => Promise<Reply> };

/** An event of Slack: nobody waits for an answer, and nobody is refused aloud. */
export type EventHandling = {
  readonly deps: Deps;
  readonly now: Date;
  readonly userId: string;
  readonly teamId: string;
  /** The person of the event as they act here; null for strangers and deactivated people. */
  readonly enter: () => Promise<Handling | null>;
};

export type EventHandler = {
  readonly type: string;
  readonly run: (handling: EventHandling, event: Readonly<Record<string, unknown>>) => Promise<Reply>;
};

/** A button or menu whose value is checked by a schema before the handler sees it. */
export function defineAction<V>(
  id: string,
  value: { decode: (raw: string | null) => V | null },
  run: (handling: Handling, value: V, form: FormValues) => Promise<Reply>,
): ActionHandler {
  return {
    id,
    run: async (handling, raw, form) => {
      const decoded = value.decode(raw);
      return decoded === null ? null : run(handling, decoded, form);
    },
  };
}

/** The value of a button that carries none. */
export const noValue = { decode: (): true => true };

export type ViewDefinition<M, I> = {
  readonly id: string;
  readonly metadata: ZodType<M>;
  /** The form's schema; may depend on the metadata (which step of which form). */
  readonly form: (metadata: M, deps: Deps) => ZodType<I> | Promise<ZodType<I>>;
  /** Words for a reason key of the schema. */
  readonly error: (reason: string, locale: Locale) => string;
  readonly run: (handling: Handling, input: I, metadata: M) => Promise<Reply>;
};

/** A form: metadata and values are checked first, so that field errors travel in the answer; then the handler runs. */
export function defineView<M, I>(definition: ViewDefinition<M, I>): ViewHandler {
  return {
    id: definition.id,
    parse: async (deps, values, data, locale) => {
      const metadata = definition.metadata.safeParse(data);
      if (!metadata.success) return null;
      const parsed: Parsed<I> = parseForm(await definition.form(metadata.data, deps), values);
      if (parsed.ok) return { ok: true, run: (handling) => definition.run(handling, parsed.value, metadata.data) };
      const words = Object.entries(parsed.errors).map(([field, reason]) => [field, definition.error(reason, locale)]);
      return { ok: false, errors: Object.fromEntries(words) };
    },
  };
}
