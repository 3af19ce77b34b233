import type { Core } from '../core.ts';
import { edit, post, remove } from '../world/messages.ts';
import type { ResponseTarget } from '../world/response-urls.ts';
import type { Json } from '../world/types.ts';
import { type Answer, answering } from './answering.ts';
import { readArgs } from './args.ts';
import { noteRefusal, Refusal, refuse } from './call.ts';
import { readContent } from './content.ts';

const KNOWN = {
  text: 'string',
  blocks: 'json',
  attachments: 'json',
  response_type: 'string',
  replace_original: 'boolean',
  delete_original: 'boolean',
  thread_ts: 'string',
  metadata: 'json',
  unfurl_links: 'boolean',
  unfurl_media: 'boolean',
} as const;

const SPEC = { token: 'bot', tier: 'special', scopes: [], required: [], args: KNOWN, errors: [] } as const;

/** Writes what an app answered to a command or click: an ephemeral message unless it says `in_channel`. */
export const respond = (core: Core, target: ResponseTarget, given: Json, via: string): void => {
  const args = readArgs(SPEC, given);
  const original = target.messageTs === null ? undefined : core.world.message(target.channel, target.messageTs);
  const channel = core.world.channel(target.channel) ?? refuse('channel_not_found');
  for (const name of Object.keys(given)) {
    if (!Object.hasOwn(KNOWN, name)) core.record.violate('unknown_argument', `${via} does not know "${name}"`);
  }
  if (args.flag('delete_original')) {
    if (original) remove(core, original);
    return;
  }
  const content = readContent(core, args, via);
  if (args.flag('replace_original')) {
    // An ephemeral message that is gone from the screen cannot be replaced any more; Slack then does nothing.
    if (original) edit(core, original, content.text, content.blocks, original.onlyFor === null);
    return;
  }
  const onlyFor = args.text('response_type') === 'in_channel' ? null : target.person;
  post(core, channel, {
    user: core.world.bot.id,
    text: content.text,
    blocks: content.blocks,
    threadTs: args.optional('thread_ts') ?? null,
    onlyFor,
  });
};

const URL_SLIPS = {
  used_url: 'response_url_used_up',
  expired_url: 'response_url_expired',
  invalid_url: 'response_url_unknown',
} as const;

const gone = (error: string): Answer => ({ status: 404, body: error });

const perform = (core: Core, token: string, given: Json): Answer => {
  const target = core.responseUrls.use(token);
  if (typeof target === 'string') {
    core.record.violate(URL_SLIPS[target], 'a response_url was used too late, too often, or never given');
    return gone(target);
  }
  try {
    respond(core, target, given, 'response_url');
    return { status: 200, body: 'ok' };
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    noteRefusal(core, 'response_url', error, true);
    return gone(error.code);
  }
};

/** A post to a `response_url`, recorded like a call; the answer is the HTTP status and text Slack gives. */
export const answerResponseUrl = (core: Core, token: string, given: Json): Promise<Answer> =>
  answering(core, 'response_url', given, () => perform(core, token, given), gone);
