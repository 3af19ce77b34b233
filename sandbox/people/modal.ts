import { clientFaults } from '../blockkit/client-check.ts';
import { validateView, viewTooLarge } from '../blockkit/validate.ts';
import type { Core } from '../core.ts';
import { closedPayload, submissionPayload } from '../delivery/payloads.ts';
import type { Act, ActResult } from '../page-api.ts';
import { pictureProblems } from '../web-api/pictures.ts';
import { scopesLacking } from '../web-api/scopes.ts';
import { noteSwallowed } from '../web-api/swallowed.ts';
import type { Json, Person, StoredView } from '../world/types.ts';
import { closeFrom, enter, openModal, replaceView } from '../world/views.ts';
import { done, fail, hasBody, notTaken } from './common.ts';
import { fileFaults, handOver } from './files.ts';

type Of<Kind extends Act['do']> = Extract<Act, { do: Kind }>;

const respondWith = (action: 'closed' | 'updated' | 'pushed' | 'cleared'): ActResult => ({
  ok: true,
  response: { action },
});

const fieldErrors = (core: Core, view: StoredView, given: unknown): ActResult => {
  const errors = (typeof given === 'object' && given !== null ? given : {}) as Readonly<Record<string, string>>;
  const kindOf = (id: string) => view.body.blocks.find((block) => block.block_id === id)?.type;
  const strangers = Object.keys(errors).filter((id) => kindOf(id) !== 'input');
  for (const id of strangers)
    core.record.violate(
      `errors_for_${kindOf(id) ? 'no_input' : 'unknown_block'}`,
      `${id} is no input block of this view`,
    );
  if (Object.values(errors).some((text) => typeof text !== 'string' || text === ''))
    core.record.violate('error_without_text', JSON.stringify(errors));
  if (Object.keys(errors).length === 0)
    core.record.violate('empty_errors', 'response_action "errors" without any error');
  return strangers.length > 0 ? fail('invalid_response') : { ok: true, response: { action: 'errors', errors } };
};

const showNext = (core: Core, view: StoredView, given: Json, push: boolean): ActResult => {
  const problems = [...validateView(given, 'modal'), ...pictureProblems(core, given, '/view')];
  const large = viewTooLarge(given);
  if (problems.length > 0 || large) {
    const what = problems.map((one) => `${one.message} [json-pointer:${one.pointer}]`).join('; ');
    core.record.violate('invalid_view_in_response', large ? 'view_too_large' : what);
    return fail('invalid_response');
  }
  noteSwallowed(core, 'a view', '', given['blocks']);
  const lacking = scopesLacking(core, given['blocks']);
  if (lacking) {
    core.record.violate('missing_scope', `a view in the answer to a submission needs ${lacking}`);
    return fail('invalid_response');
  }
  const outcome = push ? openModal(core, view.owner, given, true) : replaceView(core, view, given);
  if (typeof outcome !== 'string') return respondWith(push ? 'pushed' : 'updated');
  core.record.violate(outcome, 'in the answer to a submission');
  return fail('invalid_response');
};

const KNOWN = ['response_action', 'errors', 'view'];

/** What the app answered to a submission, carried out (Slack contract 5.2). */
const follow = (core: Core, view: StoredView, body: unknown): ActResult => {
  const answer = hasBody(body) ? body : {};
  const strange = Object.keys(answer).filter((key) => !KNOWN.includes(key));
  if (strange.length > 0) core.record.violate('invalid_response_action', `unknown field ${strange.join(', ')}`);
  const action = answer['response_action'];
  if (action === 'errors') return fieldErrors(core, view, answer['errors']);
  if (action === 'update' || action === 'push')
    return showNext(core, view, (answer['view'] ?? {}) as Json, action === 'push');
  if (action !== undefined && action !== 'clear')
    core.record.violate('invalid_response_action', `unknown action ${String(action)}`);
  const bottom = core.world.modals(view.owner)[0];
  closeFrom(core, action === 'clear' && bottom ? bottom : view);
  return respondWith(action === 'clear' ? 'cleared' : 'closed');
};

export const submit = async (core: Core, person: Person, act: Of<'submit'>): Promise<ActResult> => {
  const view = core.world.modals(person.id).at(-1);
  if (!view || view.id !== act.viewId) return fail('view_not_found');
  if (view.body['submit'] === undefined || view.body['submit'] === null) return fail('no_submit_button');
  enter(view, act.values);
  const faults = {
    ...fileFaults(core, view, person.locale),
    ...clientFaults(view.body.blocks, view.state, person.locale),
  };
  if (Object.keys(faults).length > 0) return { ok: true, response: { action: 'errors', errors: faults } };
  handOver(core, view);
  const payload = submissionPayload(core, person, view);
  const result = await core.dispatcher.interact({
    type: 'interactive',
    name: 'view_submission',
    payload,
    acceptsBody: true,
  });
  return result.outcome === 'acknowledged' ? follow(core, view, result.body) : (notTaken(result) ?? done);
};

export const close = async (core: Core, person: Person, act: Of<'close'>): Promise<ActResult> => {
  const stack = core.world.modals(person.id);
  const view = stack.find((one) => one.id === act.viewId);
  if (!view) return fail('view_not_found');
  const clears = view.body['clear_on_close'] === true;
  const gone = closeFrom(core, clears ? (stack[0] ?? view) : view);
  for (const one of gone.filter((each) => each.body['notify_on_close'] === true)) {
    const payload = closedPayload(core, person, one, clears || gone.length > 1);
    await core.dispatcher.interact({ type: 'interactive', name: 'view_closed', payload, acceptsBody: false });
  }
  return done;
};
