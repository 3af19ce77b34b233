import { validateSuggestion } from '../blockkit/validate.ts';
import { SUGGESTION } from '../contract/limits.ts';
import type { Core } from '../core.ts';
import { suggestionPayload } from '../delivery/payloads.ts';
import type { Act, ActResult, SuggestedOption } from '../page-api.ts';
import type { Person } from '../world/types.ts';
import { done, fail, notTaken } from './common.ts';
import { findElement, locate } from './press.ts';

type Answer = {
  readonly options?: readonly SuggestedOption[];
  readonly option_groups?: readonly {
    readonly label: { readonly text: string };
    readonly options: readonly SuggestedOption[];
  }[];
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
  const faults = validateSuggestion(result.body);
  if (faults.length === 0) return offered(result.body as Answer);
  core.record.broken(`options for ${act.actionId}`, faults);
  return fail('invalid_options');
};
