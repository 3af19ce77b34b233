/** How one field of a Block Kit object is checked. Numbers are Slack's own limits. */
export type Rule =
  /** A text object; `plain` allows `plain_text` only. */
  | { readonly is: 'text'; readonly max: number; readonly plain?: true }
  | {
      readonly is: 'string';
      readonly min?: number;
      readonly max?: number;
      readonly pattern?: RegExp;
      readonly oneOf?: readonly string[];
    }
  | { readonly is: 'number'; readonly min?: number; readonly max?: number }
  | { readonly is: 'boolean' }
  | { readonly is: 'list'; readonly min: number; readonly max: number; readonly of: Rule }
  /** A composition object of `OBJECTS`. */
  | { readonly is: 'object'; readonly of: string }
  /** An element, told apart by its `type`. */
  | { readonly is: 'element'; readonly of: readonly string[] }
  /** Not looked into. */
  | { readonly is: 'anything' };

export type Field = Rule & { readonly required?: true };
export type Spec = Readonly<Record<string, Field>>;
export type Surface = 'message' | 'modal' | 'home';

/** One fault: where (a JSON pointer) and what, in Slack's words. */
export type Problem = { readonly pointer: string; readonly message: string };
