import { isRecord } from '../../blockkit/check.ts';
import { validateBlocks, validateView } from '../../blockkit/validate.ts';
import { VALIDATE } from '../../contract/limits.ts';
import type { Problem } from '../../contract/rule-types.ts';
import { type Handler, type Handlers, refuse } from '../call.ts';

const blocksOf = (message: unknown): unknown => (isRecord(message) ? (message['blocks'] ?? []) : undefined);

/** What is looked at, in Slack's word for a faulty one; pointers start at what was handed in. */
const KINDS: Readonly<
  Record<string, { readonly error: string; readonly check: (given: unknown) => readonly Problem[] }>
> = {
  blocks: { error: 'invalid_blocks', check: (given) => validateBlocks(given, 'message') },
  message: { error: 'invalid_message', check: (given) => validateBlocks(blocksOf(given), 'message') },
  view: {
    error: 'invalid_view',
    check: (given) => validateView(given, isRecord(given) && given['type'] === 'home' ? 'home' : 'modal'),
  },
};

/** `blocks.validate`: the sandbox's own judgement as Slack tells its (Slack contract 1, 5.9). */
const validate: Handler = (_core, args) => {
  const [name = '', ...more] = Object.keys(args.raw).filter((one) => Object.hasOwn(KINDS, one));
  const kind = KINDS[name];
  const size = JSON.stringify(args.json(name) ?? '').length;
  if (!kind || more.length > 0 || size > VALIDATE.characters)
    return refuse('invalid_arguments', {
      response_metadata: { messages: ['[ERROR] exactly one of blocks, message and view, of 100 000 characters'] },
    });
  const problems = kind.check(args.json(name));
  const errors = problems.map(({ pointer, message }) => ({
    pointer: name === 'message' ? pointer : pointer.replace(`/${name}`, ''),
    code: 'failed_constraint',
    message,
  }));
  return problems.length > 0 ? refuse(kind.error, { errors }) : {};
};

export const VALIDATION: Handlers = { 'blocks.validate': validate };
