/** The act happened and this is its result. */
export type Ok<T> = { readonly ok: true; readonly value: T };

/** The act was refused for an expected reason; every literal reason needs a text for people. */
export type Refusal<R extends string = string> = {
  readonly ok: false;
  readonly reason: R;
  readonly detail?: Readonly<Record<string, unknown>>;
};

/** What rules and operations answer. Unexpected trouble is thrown instead and meets the one error funnel. */
export type Outcome<T, R extends string = string> = Ok<T> | Refusal<R>;

export function ok(): Ok<void>;
export function ok<const T>(value: T): Ok<T>;
export function ok(value?: unknown): Ok<unknown> {
  return { ok: true, value };
}

/** Keeps the reason as a literal type, so that an unhandled reason does not compile. */
export function refuse<const R extends string>(reason: R, detail?: Readonly<Record<string, unknown>>): Refusal<R> {
  return detail === undefined ? { ok: false, reason } : { ok: false, reason, detail };
}
