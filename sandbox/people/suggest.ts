import { checkFields, collector, isRecord } from '../blockkit/check.ts';
import { SUGGESTION } from '../contract/limits.ts';
import type { Spec } from '../contract/rule-types.ts';
import type { Core } from '../core.ts';
import { suggestionPayload } from '../delivery/payloads.ts';
import type { Act, ActResult, SuggestedOption } from '../page-api.ts';
import type { Person } from '../world/types.ts';
import { done, fail, notTaken } from './common.ts';
import { findElement, locate } from './press.ts';

/** The answer to `block_suggestion`: one of the two, and it may be empty (Slack contract 5.1). */
const SUGGESTED = {
  options: { is: 'list', min: 0, max: 100, of: { is: 'object', of: 'option' } },
  option_groups: { is: 'list', min: 0, max: 100, of: { is: 'object', of: 'option_group' } },
} as const satisfies Spec;

type Answer = {
  readonly options?: readonly SuggestedOption[];
  readonly option_groups?: readonly {
    readonly label: { readonly text: string };
    readonly options: readonly SuggestedOption[];
  }[];
};

/** What is wrong with an app's answer: options or groups of options are needed, within the limits of Slack contract 5.4. */
const faultsOf = (body: unknown): readonly string[] => {
  const { problems, out } = collector();
  const given = isRecord(body) ? body : {};
  const kinds = ['options', 'option_groups'].filter((key) => given[key] !== undefined);
  const wrongKind = kinds.length === 1 ? [] : ['exactly one of options and option_groups is needed'];
  checkFields(given, SUGGESTED, '', out);
  return [...wrongKind, ...problems.map((one) => `${one.message} [${one.pointer}]`)];
};

const offered = ({ options, option_groups: groups = [] }: Answer): ActResult =>
  options === undefined
    ? {
        ok: true,
        options: groups.flatMap((group) => group.options),
        groups: groups.flatMap((group) => group.options.map(() => group.label.text)),
      }
    : { ok: true, options };

/** Asks the app what to offer for the words typed in a select that searches in the app. */
export const suggest = async (core: Core, person: Person, act: Extract<Act, { do: 'suggest' }>): Promise<ActResult> => {
  const found = locate(core, person, act.place, {});
  const target = found && findElement(found.blocks, act.blockId, act.actionId);
  if (!found || !target?.element.type.endsWith('external_select')) return fail('element_not_found');
  const asked = target.element['min_query_length'];
  if (act.query.length < (typeof asked === 'number' ? asked : SUGGESTION.minQuery)) return { ok: true, options: [] };
  const payload = suggestionPayload(core, person, found.where, {
    block_id: act.blockId,
    action_id: act.actionId,
    value: act.query,
  });
  const result = await core.dispatcher.interact({
    type: 'interactive',
    name: 'block_suggestion',
    payload,
    acceptsBody: true,
  });
  if (result.outcome !== 'acknowledged') return notTaken(result) ?? done;
  const faults = faultsOf(result.body);
  if (faults.length === 0) return offered(result.body as Answer);
  core.record.violate('invalid_options', `${act.actionId}: ${faults.join('; ')}`);
  return fail('invalid_options');
};
