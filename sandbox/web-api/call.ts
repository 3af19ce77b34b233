import type { Core } from '../core.ts';
import type { Json } from '../world/types.ts';

/** A refusal in Slack's words; thrown by handlers, answered as `ok: false`. */
export class Refusal extends Error {
  readonly code: string;
  readonly extra: Json;
  constructor(code: string, extra: Json = {}) {
    super(code);
    this.code = code;
    this.extra = extra;
  }
}

export const refuse = (code: string, extra: Json = {}): never => {
  throw new Refusal(code, extra);
};

/** The arguments of one call, already of the types of the contract. */
export type Args = {
  readonly raw: Json;
  readonly text: (name: string) => string;
  readonly optional: (name: string) => string | undefined;
  readonly flag: (name: string) => boolean;
  readonly number: (name: string) => number | undefined;
  readonly ids: (name: string) => readonly string[];
  readonly json: (name: string) => unknown;
};

/** Does what a method does; the result goes into the answer beside `ok: true`. */
export type Handler = (core: Core, args: Args) => Json;
export type Handlers = Readonly<Record<string, Handler>>;
