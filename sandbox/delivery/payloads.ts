import { placedElements } from '../blockkit/walk.ts';
import type { Core } from '../core.ts';
import type { StateValues } from '../page-api.ts';
import { messageShape, viewShape } from '../world/shapes.ts';
import type { Channel, Json, Message, Person, StoredView, Team } from '../world/types.ts';

/** What Slack sends to an app, built from the world (Slack contract 5.1). */

const VERIFICATION = 'sandbox-verification-token';

const teamShape = ({ id, domain }: Team): Json => ({ id, domain });

/** @param inView views stand in the workspace of whoever sees them, everything else in that of the app. */
const common = ({ world }: Core, person: Person, inView: boolean): Json => ({
  user: { id: person.id, username: person.handle, name: person.handle, team_id: person.teamId },
  api_app_id: world.appId,
  token: VERIFICATION,
  team: teamShape((inView && world.team(person.teamId)) || world.home),
  enterprise: null,
  is_enterprise_install: false,
});

const channelName = (channel: Channel): string =>
  ({ im: 'directmessage', private: 'privategroup', public: channel.name })[channel.kind];

const trigger = (core: Core, person: Person, viewId: string | null = null): Json => ({
  trigger_id: core.triggers.issue(person.id, person.teamId, viewId),
});

export const slashPayload = (core: Core, person: Person, channel: Channel, command: string, text: string): Json => ({
  token: VERIFICATION,
  team_id: core.world.home.id,
  team_domain: core.world.home.domain,
  channel_id: channel.id,
  channel_name: channelName(channel),
  user_id: person.id,
  user_name: person.handle,
  command,
  text,
  api_app_id: core.world.appId,
  is_enterprise_install: 'false',
  response_url: core.responseUrls.issue({ person: person.id, channel: channel.id, messageTs: null }),
  ...trigger(core, person),
});

/** Where a pressed element stood, with what the person had entered there. */
export type Pressed =
  | { readonly in: 'view'; readonly view: StoredView }
  | { readonly in: 'message'; readonly channel: Channel; readonly message: Message; readonly state: StateValues };

const pressedIn = (core: Core, person: Person, where: Pressed): Json => {
  if (where.in === 'view')
    return { container: { type: 'view', view_id: where.view.id }, view: viewShape(core.world, where.view) };
  const { channel, message } = where;
  const ephemeral = message.onlyFor !== null;
  return {
    container: {
      type: 'message',
      message_ts: message.ts,
      ...(message.threadTs !== null && { thread_ts: message.threadTs }),
      channel_id: channel.id,
      is_ephemeral: ephemeral,
    },
    channel: { id: channel.id, name: channelName(channel) },
    ...(!ephemeral && { message: messageShape(core.world, message, true) }),
    state: { values: where.state },
    response_url: core.responseUrls.issue({ person: person.id, channel: channel.id, messageTs: message.ts }),
  };
};

export const actionsPayload = (core: Core, person: Person, where: Pressed, action: Json): Json => ({
  type: 'block_actions',
  ...common(core, person, where.in === 'view'),
  ...trigger(core, person, where.in === 'view' && where.view.type === 'modal' ? where.view.id : null),
  ...pressedIn(core, person, where),
  actions: [{ ...action, action_ts: core.world.newTs() }],
});

export const suggestionPayload = (
  core: Core,
  person: Person,
  where: Pressed,
  asked: { readonly block_id: string; readonly action_id: string; readonly value: string },
): Json => {
  const { response_url: _none, state: _state, ...place } = pressedIn(core, person, where);
  return { type: 'block_suggestion', ...common(core, person, where.in === 'view'), ...place, ...asked };
};

/** Addresses to answer in the conversations chosen in elements with `response_url_enabled` (Slack contract 5.4). */
const chosenUrls = (core: Core, person: Person, view: StoredView): readonly Json[] =>
  placedElements(view.body.blocks).flatMap(({ block: { block_id }, element }) => {
    const { action_id, response_url_enabled: enabled } = element;
    const state = view.state[block_id]?.[action_id];
    const channel = state?.['selected_conversation'] ?? state?.['selected_channel'];
    if (enabled !== true || typeof channel !== 'string') return [];
    const response_url = core.responseUrls.issue({ person: person.id, channel, messageTs: null });
    return [{ block_id, action_id, channel_id: channel, response_url }];
  });

export const submissionPayload = (core: Core, person: Person, view: StoredView): Json => ({
  type: 'view_submission',
  ...common(core, person, true),
  ...trigger(core, person, view.id),
  view: viewShape(core.world, view),
  response_urls: chosenUrls(core, person, view),
});

export const closedPayload = (core: Core, person: Person, view: StoredView, cleared: boolean): Json => ({
  type: 'view_closed',
  ...common(core, person, true),
  view: viewShape(core.world, view),
  is_cleared: cleared,
});

/** Shortcuts name no app, and a global one no `name` of the person. */
const ofShortcut = (core: Core, person: Person): Json => {
  const { api_app_id: _none, ...rest } = common(core, person, false);
  return rest;
};

export const shortcutPayload = (core: Core, person: Person, callbackId: string): Json => ({
  type: 'shortcut',
  ...ofShortcut(core, person),
  user: { id: person.id, username: person.handle, team_id: person.teamId },
  callback_id: callbackId,
  action_ts: core.world.newTs(),
  ...trigger(core, person),
});

export const messageActionPayload = (
  core: Core,
  person: Person,
  callbackId: string,
  channel: Channel,
  message: Message,
): Json => ({
  type: 'message_action',
  ...ofShortcut(core, person),
  callback_id: callbackId,
  action_ts: core.world.newTs(),
  message_ts: message.ts,
  channel: { id: channel.id, name: channelName(channel) },
  message: messageShape(core.world, message, true),
  response_url: core.responseUrls.issue({ person: person.id, channel: channel.id, messageTs: message.ts }),
  ...trigger(core, person),
});
