/** How one field of a Block Kit object is checked. Numbers are Slack's own limits. */
export type Rule =
  /** A text object; `plain` allows `plain_text` only, `mrkdwn` only the other. */
  | { readonly is: 'text'; readonly max: number; readonly plain?: true; readonly mrkdwn?: true }
  | {
      readonly is: 'string';
      readonly min?: number;
      readonly max?: number;
      readonly pattern?: RegExp;
      readonly oneOf?: readonly string[];
    }
  /** Whole unless `decimal`. */
  | { readonly is: 'number'; readonly min?: number; readonly max?: number; readonly decimal?: true }
  | { readonly is: 'boolean' }
  | { readonly is: 'list'; readonly min: number; readonly max?: number; readonly of: Rule }
  /** A composition object of `OBJECTS`. */
  | { readonly is: 'object'; readonly of: string }
  /** An element or a part of a block, told apart by its `type`. */
  | { readonly is: 'element'; readonly of: readonly string[] }
  /** A block inside a block. */
  | { readonly is: 'block'; readonly of: readonly string[] }
  /** Looked into elsewhere. */
  | { readonly is: 'anything' };

export type Field = Rule & { readonly required?: true };
export type Spec = Readonly<Record<string, Field>>;
export type Specs = Readonly<Record<string, Spec>>;
export type Surface = 'message' | 'modal' | 'home';
export type BlockSpec = { readonly surfaces: readonly Surface[]; readonly fields: Spec };

/** One fault: where (a JSON pointer), what in Slack's words, and the name of the rule: `too_many_blocks`, `title_too_long` … */
export type Problem = { readonly pointer: string; readonly message: string; readonly rule: string };
/** Takes down a fault. */
export type Out = (pointer: string, message: string, rule: string) => void;
export type Loose = Readonly<Record<string, unknown>>;
