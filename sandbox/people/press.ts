import { mergeState, stateOf, valueField } from '../blockkit/state.ts';
import { type Placed, placedElements } from '../blockkit/walk.ts';
import type { Core } from '../core.ts';
import { actionsPayload, type Pressed } from '../delivery/payloads.ts';
import type { Act, ActResult, ElementPlace, ElementState, StateValues } from '../page-api.ts';
import type { Block, Json, Message, Person } from '../world/types.ts';
import { enter } from '../world/views.ts';
import { done, fail, notTaken, seen } from './common.ts';

type Of<Kind extends Act['do']> = Extract<Act, { do: Kind }>;
type Found = { readonly where: Pressed; readonly blocks: readonly Block[]; readonly allowed: boolean };

/** What each person has entered in the inputs of a message; gone with the message, as in Slack's client. */
const entered = new WeakMap<Message, Record<string, StateValues>>();

/** Where an element stands, as this person sees it, with what they have entered; `null` when they do not see it. */
export const locate = (core: Core, person: Person, place: ElementPlace, values: StateValues): Found | null => {
  if (place.in === 'message') {
    const channel = seen(core, person, place.channel);
    const message = channel && core.world.message(channel.id, place.ts);
    if (!channel || !message || (message.onlyFor !== null && message.onlyFor !== person.id)) return null;
    const all = entered.get(message) ?? {};
    all[person.id] = mergeState(all[person.id] ?? {}, values);
    entered.set(message, all);
    const where: Pressed = { in: 'message', channel, message, state: stateOf(message.blocks, all[person.id] ?? {}) };
    return { where, blocks: message.blocks, allowed: !channel.archived };
  }
  const view =
    place.in === 'home'
      ? core.world.state.homes[person.id]
      : core.world.modals(person.id).find((one) => one.id === place.viewId);
  if (!view) return null;
  enter(view, values);
  return { where: { in: 'view', view }, blocks: view.body.blocks, allowed: true };
};

const offers = (element: Placed['element'], value: unknown): boolean => {
  const groups = Array.isArray(element['option_groups'])
    ? element['option_groups'].flatMap((one: Json) => one['options'])
    : [];
  const options = [...(Array.isArray(element['options']) ? element['options'] : []), ...groups] as readonly Json[];
  return options.some((one) => one['value'] === (value as Json | null)?.['value']);
};

/** The entry of `actions` for this element, or `null` when such a choice is not on offer. */
const actionOf = ({ block, element }: Placed, value: ElementState | undefined): Json | null => {
  const { type, action_id } = element;
  const base = { type, action_id, block_id: block.block_id };
  const shown = Object.fromEntries(
    ['text', 'value', 'style', 'placeholder', 'url'].flatMap((key) =>
      element[key] === undefined ? [] : [[key, element[key]]],
    ),
  );
  if (type === 'button' || type === 'icon_button') return { ...base, ...shown };
  if (type === 'feedback_buttons') {
    const buttons = [element['positive_button'], element['negative_button']] as readonly Json[];
    const chosen = buttons.find((one) => one['value'] === value?.['value']);
    return chosen ? { ...base, text: chosen['text'], value: chosen['value'] } : null;
  }
  const field = type === 'overflow' ? 'selected_option' : valueField(type);
  if (!value || field === null) return null;
  const fixed = type === 'overflow' || type === 'static_select' || type === 'radio_buttons';
  if (fixed && value[field] !== null && !offers(element, value[field])) return null;
  return {
    ...base,
    ...(element['placeholder'] !== undefined && { placeholder: element['placeholder'] }),
    [field]: value[field],
  };
};

const overlay = (act: Of<'press'>, element: Placed['element']): StateValues =>
  act.value && valueField(element.type) !== null
    ? mergeState(act.values ?? {}, { [act.blockId]: { [act.actionId]: act.value } })
    : (act.values ?? {});

export const findElement = (blocks: readonly Block[], blockId: string, actionId: string): Placed | undefined =>
  placedElements(blocks).find((one) => one.block.block_id === blockId && one.element.action_id === actionId);

export const press = async (core: Core, person: Person, act: Of<'press'>): Promise<ActResult> => {
  const before = locate(core, person, act.place, {});
  const target = before && findElement(before.blocks, act.blockId, act.actionId);
  if (!before || !target) return fail('element_not_found');
  if (!before.allowed) return fail('not_allowed');
  const action = actionOf(target, act.value);
  if (!action) return fail('invalid_choice');
  const found = locate(core, person, act.place, overlay(act, target.element));
  if (!found) return fail('element_not_found');
  if (target.block.type === 'input' && target.block['dispatch_action'] !== true) return done;
  if (core.manifest.settings?.interactivity?.is_enabled !== true) return fail('interactivity_disabled');
  const payload = actionsPayload(core, person, found.where, action);
  const result = await core.dispatcher.interact({
    type: 'interactive',
    name: 'block_actions',
    payload,
    acceptsBody: false,
  });
  return notTaken(result) ?? done;
};
