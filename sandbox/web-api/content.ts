import { isRecord } from '../blockkit/check.ts';
import { blocksTooLong, validateBlocks } from '../blockkit/validate.ts';
import { MESSAGE } from '../contract/limits.ts';
import type { Problem } from '../contract/rule-types.ts';
import type { Core } from '../core.ts';
import type { Json } from '../world/types.ts';
import { type Args, refuse, refuseSlip } from './call.ts';
import { pictureProblems } from './pictures.ts';
import { checkBlockScopes } from './scopes.ts';
import { noteSwallowed } from './swallowed.ts';

const pointed = ({ pointer, message }: Problem): string => `${message} [json-pointer:${pointer}]`;

/** Slack's way to name faults: `[ERROR] text [json-pointer:/blocks/0]`. */
export const faultMessages = (problems: readonly Problem[]): Json => ({
  response_metadata: {
    messages: problems.map((one) => `[ERROR] ${pointed(one)}`),
  },
});

const metadataOf = (args: Args): Json | null => {
  const metadata = args.json('metadata');
  if (metadata === undefined) return null;
  const { event_type: type, event_payload: payload } = metadata as Json;
  if (typeof type !== 'string' || type === '' || !isRecord(payload)) return refuse('invalid_metadata_format');
  if (Object.values(payload).some((value) => typeof value === 'object'))
    return refuseSlip('invalid_metadata_format', 'nested_metadata', 'event_payload must be flat');
  if (Buffer.byteLength(JSON.stringify(metadata)) > MESSAGE.metadata) refuse('metadata_too_large');
  return metadata as Json;
};

export type Content = {
  readonly text: string;
  readonly blocks: readonly Json[];
  readonly metadata: Json | null;
  readonly given: { readonly text: boolean; readonly blocks: boolean };
};

/** The blocks of a message. @throws Refusal `invalid_blocks`, `msg_blocks_too_long` */
export const readBlocks = (core: Core, args: Args): readonly Json[] => {
  const blocks = args.json('blocks') ?? [];
  const problems = [...validateBlocks(blocks, 'message'), ...pictureProblems(core, blocks, '/blocks')];
  if (problems.length > 0)
    refuse('invalid_blocks', { errors: problems.map(pointed), ...faultMessages(problems) }, problems);
  if (blocksTooLong(blocks)) refuse('msg_blocks_too_long');
  checkBlockScopes(core, blocks);
  return blocks as readonly Json[];
};

/** Text, blocks and metadata of a message, checked (Slack contract 5.4, 5.6). @throws Refusal */
export const readContent = (core: Core, args: Args, method: string): Content => {
  const markdown = args.optional('markdown_text');
  const given = { text: args.optional('text') !== undefined, blocks: args.json('blocks') !== undefined };
  if (markdown !== undefined && (given.text || given.blocks)) refuse('markdown_text_conflict');
  if (markdown !== undefined && markdown.length > MESSAGE.markdownText) refuse('msg_too_long');
  const list = readBlocks(core, args);
  const text = args.optional('text') ?? markdown ?? '';
  const attached = args.json('attachments');
  if (Array.isArray(attached) && attached.length > MESSAGE.attachments) refuse('too_many_attachments');
  if (attached !== undefined)
    core.record.violate('legacy_attachments', `${method}: attachments are not shown here; use blocks`);
  if (text === '' && list.length === 0 && attached === undefined) refuse('no_text');
  noteSwallowed(core, method, text, list);
  if (text === '' && list.length > 0)
    core.record.violate('no_fallback_text', `${method} without text: nothing to read in a notification`);
  return { text, blocks: list, metadata: metadataOf(args), given };
};
