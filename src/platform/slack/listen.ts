import type { AckFn, App, BlockAction, RespondFn } from '@slack/bolt';
import type { PlainTextOption } from '@slack/types';
import type { WebClient } from '@slack/web-api';
import { option } from './blocks.ts';
import { readEnvelope } from './envelope.ts';
import { recordSurprise } from './errors.ts';
import { elementValue, formValues, stateOf } from './form.ts';
import { type Desk, enter, type Incoming, serve, serveEvent } from './interaction.ts';
import type { Message } from './message.ts';
import { findCommand, type Registry } from './registry.ts';
import { ephemeral, nothing, type Reply, say } from './reply.ts';
import { type Ack, serveSubmission } from './submission.ts';
import { platformTexts } from './texts.ts';

const responding = (respond: RespondFn | undefined) =>
  respond
    ? async (message: Message): Promise<void> => {
        await respond({
          text: message.text,
          blocks: [...message.blocks],
          response_type: 'ephemeral',
          replace_original: false,
        });
      }
    : null;

type Common = { readonly client: WebClient; readonly userId: string; readonly teamId: string; readonly what: string };

const incoming = (desk: Desk, common: Common, rest: Partial<Incoming> = {}): Incoming => ({
  channelId: null,
  triggerId: null,
  viewId: null,
  respond: null,
  receivedAt: desk.deps.clock.now(),
  ...common,
  ...rest,
});

function listenCommands(app: App, desk: Desk, registry: Registry, command: string): void {
  app.command(command, async ({ command: body, ack, client, respond }) => {
    const found = findCommand(registry.commands, body.text);
    const fallback = registry.commands.find((handler) => handler.words.includes('?'));
    const what = `command ${found?.handler.words[0] ?? '?'}`;
    const came = incoming(
      desk,
      { client, userId: body.user_id, teamId: body.team_id, what },
      { channelId: body.channel_id, triggerId: body.trigger_id, respond: responding(respond) },
    );
    await ack();
    await serve(
      desk,
      came,
      async (handling) => (found?.handler ?? fallback)?.run(handling, found?.rest ?? body.text) ?? nothing,
      { slowOpens: true },
    );
  });
}

/** The value of a pressed element: a button's value, or what was chosen. */
function pressedValue(action: Record<string, unknown>): string | null {
  const overflow = (action['selected_option'] as { value?: string } | null | undefined)?.value;
  if (typeof overflow === 'string') return overflow;
  const value = elementValue(action);
  return typeof value === 'string' ? value : null;
}

function listenActions(app: App, desk: Desk, registry: Registry): void {
  app.action({ type: 'block_actions' }, async ({ ack, action, body, client, respond }) => {
    const pressed = body as BlockAction;
    const id = 'action_id' in action ? action.action_id : '';
    const handler = registry.actions.get(id);
    const came = incoming(
      desk,
      { client, userId: pressed.user.id, teamId: pressed.user.team_id ?? pressed.team?.id ?? '', what: `action ${id}` },
      {
        channelId:
          pressed.channel?.id ??
          (pressed.view ? (readEnvelope(pressed.view.private_metadata)?.channelId ?? null) : null),
        triggerId: pressed.trigger_id,
        viewId: pressed.view?.type === 'modal' ? pressed.view.id : null,
        respond: pressed.response_url ? responding(respond) : null,
      },
    );
    await ack();
    const state = stateOf(pressed.view ?? pressed);
    await serve(
      desk,
      came,
      async (handling) => {
        const { locale } = handling.actor;
        if (!handler) return ephemeral(say(platformTexts(locale).unknown));
        const reply = await handler.run(
          handling,
          pressedValue(action as unknown as Record<string, unknown>),
          formValues(state),
        );
        if (reply) return reply;
        desk.deps.log.warn({ what: came.what, userId: came.userId }, 'malformed value refused');
        return ephemeral(say(platformTexts(locale).malformed));
      },
      { slowOpens: !came.viewId },
    );
  });
}

function listenViews(app: App, desk: Desk, registry: Registry): void {
  app.view({ type: 'view_submission' }, async ({ ack, body, client, view }) => {
    const came = incoming(
      desk,
      {
        client,
        userId: body.user.id,
        teamId: body.user.team_id ?? body.team?.id ?? '',
        what: `view ${view.callback_id}`,
      },
      { viewId: view.id },
    );
    const answer: Ack = (words) => (words ? ack(words) : ack());
    await serveSubmission(desk, came, registry.views.get(view.callback_id), view, answer);
  });
  app.view({ type: 'view_closed' }, async ({ ack }) => ack());
}

function listenOptions(app: App, desk: Desk, registry: Registry): void {
  app.options({ type: 'block_suggestion' }, async ({ ack, body, client }) => {
    const common = {
      client,
      userId: body.user.id,
      teamId: body.user.team_id ?? body.team?.id ?? '',
      what: `options ${body.action_id}`,
    };
    const came = incoming(desk, common);
    const none = { options: [] };
    try {
      const entered = await enter(desk, came);
      const handler = registry.options.get(body.action_id);
      if ('kind' in entered || !handler) return await (ack as AckFn<typeof none>)(none);
      const data = body.view ? (readEnvelope(body.view.private_metadata)?.data ?? null) : null;
      const choices = await handler.run(entered, body.value, data);
      await (ack as unknown as AckFn<{ options: PlainTextOption[] }>)({ options: choices.slice(0, 100).map(option) });
    } catch (error) {
      recordSurprise(desk.deps.log, desk.deps.ids, error, { what: came.what });
      await (ack as AckFn<typeof none>)(none);
    }
  });
}

function listenShortcuts(app: App, desk: Desk, registry: Registry): void {
  app.shortcut(/.*/, async ({ shortcut, ack, client }) => {
    const teamId = shortcut.user.team_id ?? shortcut.team?.id ?? '';
    const came = incoming(
      desk,
      { client, userId: shortcut.user.id, teamId, what: `shortcut ${shortcut.callback_id}` },
      { triggerId: shortcut.trigger_id, channelId: 'channel' in shortcut ? (shortcut.channel?.id ?? null) : null },
    );
    await ack();
    await serve(
      desk,
      came,
      async (handling): Promise<Reply> =>
        registry.shortcuts.get(shortcut.callback_id)?.run(handling) ??
        ephemeral(say(platformTexts(handling.actor.locale).unknown)),
      { slowOpens: true },
    );
  });
}

/** Slack delivers events at least once; a repeated `event_id` is passed over (Slack contract 5.1). */
function rememberEvents(limit: number): (id: string) => boolean {
  const seen = new Set<string>();
  return (id) => {
    if (seen.has(id)) return false;
    seen.add(id);
    const oldest = seen.size > limit ? seen.values().next().value : undefined;
    if (oldest !== undefined) seen.delete(oldest);
    return true;
  };
}

function listenEvents(app: App, desk: Desk, registry: Registry): void {
  const isNew = rememberEvents(2000);
  for (const [type, handlers] of registry.events) {
    app.event(type, async ({ event, body, client }) => {
      if (!isNew(body.event_id)) return;
      const loose = event as unknown as Record<string, unknown>;
      const user = loose['user'] as string | { id: string; team_id?: string } | undefined;
      const userId = typeof user === 'string' ? user : (user?.id ?? '');
      const teamId = typeof user === 'object' ? (user.team_id ?? body.team_id) : body.team_id;
      for (const handler of handlers) {
        const came = incoming(desk, { client, userId, teamId, what: `event ${type}` });
        await serveEvent(desk, came, handler, loose);
      }
    });
  }
}

/** Connects Bolt with the handlers of all features. */
export function listen(app: App, desk: Desk, registry: Registry, command: string): void {
  app.use(({ next }) => desk.underway.track(next()));
  listenCommands(app, desk, registry, command);
  listenActions(app, desk, registry);
  listenViews(app, desk, registry);
  listenOptions(app, desk, registry);
  listenShortcuts(app, desk, registry);
  listenEvents(app, desk, registry);
  app.error(async (error) => {
    recordSurprise(desk.deps.log, desk.deps.ids, error, { what: 'bolt' });
  });
}
