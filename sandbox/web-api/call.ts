import type { Problem } from '../contract/rule-types.ts';
import { SLIPS } from '../contract/slips.ts';
import type { Core } from '../core.ts';
import type { Json } from '../world/types.ts';

/** A refusal in Slack's words; thrown by handlers, answered as `ok: false`. */
export class Refusal extends Error {
  readonly code: string;
  readonly extra: Json;
  readonly broken: readonly Problem[];
  constructor(code: string, extra: Json, broken: readonly Problem[]) {
    super(code);
    this.code = code;
    this.extra = extra;
    this.broken = broken;
  }
}

/** @param broken the rules of ours that the call broke, where Slack's word does not name them. */
export const refuse = (code: string, extra: Json = {}, broken: readonly Problem[] = []): never => {
  throw new Refusal(code, extra, broken);
};

/** Refuses in Slack's word what is recorded under a name of its own. */
export const refuseSlip = (code: string, rule: string, message: string): never =>
  refuse(code, {}, [{ pointer: '', message, rule }]);

/** Takes a refusal down if a correct app never earns it: under the broken rules' names, else under Slack's word. */
export const noteRefusal = (core: Core, where: string, refusal: Refusal, always = false): void => {
  const { code, extra, broken } = refusal;
  core.record.broken(where, broken);
  if (broken.length === 0 && (always || SLIPS.has(code)))
    core.record.violate(code, `${where}: ${JSON.stringify(extra)}`);
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
