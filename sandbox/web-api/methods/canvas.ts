import { isRecord } from '../../blockkit/check.ts';
import { CANVAS } from '../../contract/limits.ts';
import type { Channel } from '../../world/types.ts';
import { openChannel } from '../access.ts';
import { type Handler, type Handlers, refuse } from '../call.ts';

type Canvas = NonNullable<Channel['canvas']>;

/** The canvas of a channel, as far as an app may keep words in it (Slack contract 5.12). The page does not show it. */
const markdownOf = (content: unknown, failure: string): string => {
  if (content === undefined) return '';
  const text = isRecord(content) && content['type'] === 'markdown' ? content['markdown'] : undefined;
  if (typeof text !== 'string' || Buffer.byteLength(text) > CANVAS.bytes) return refuse(failure);
  return text;
};

const create: Handler = (core, args) => {
  const channel = openChannel(core, args.text('channel_id'));
  if (channel.canvas) refuse('channel_canvas_already_exists');
  const markdown = markdownOf(args.json('document_content'), 'canvas_creation_failed');
  channel.canvas = { id: core.world.newId('F'), title: args.text('title'), markdown };
  core.changed({ changed: 'channels' });
  return { canvas_id: channel.canvas.id };
};

/** Operations on the whole canvas; those on one of its sections are refused, because it has none here. */
const OPERATIONS: Readonly<Record<string, (canvas: Canvas, text: string) => string>> = {
  insert_at_start: (canvas, text) => `${text}\n${canvas.markdown}`,
  insert_at_end: (canvas, text) => `${canvas.markdown}\n${text}`,
  replace: (_canvas, text) => text,
};

const edit: Handler = (core, args) => {
  const channel = core.world.state.channels.find((one) => one.canvas?.id === args.text('canvas_id'));
  const canvas = channel?.members.includes(core.world.bot.id) ? channel.canvas : undefined;
  if (!canvas) return refuse('canvas_not_found');
  const changes = args.json('changes');
  // Slack takes one change in a call.
  const change: unknown = Array.isArray(changes) && changes.length === 1 ? changes[0] : undefined;
  if (!isRecord(change) || change['section_id'] !== undefined) return refuse('canvas_editing_failed');
  const operation = OPERATIONS[String(change['operation'])] ?? refuse('canvas_editing_failed');
  const next = operation(canvas, markdownOf(change['document_content'], 'canvas_editing_failed'));
  if (Buffer.byteLength(next) > CANVAS.bytes) refuse('canvas_editing_failed');
  canvas.markdown = next;
  core.changed({ changed: 'channels' });
  return {};
};

export const CANVASES: Handlers = { 'conversations.canvases.create': create, 'canvases.edit': edit };
