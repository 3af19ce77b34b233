import { validateView, viewTooLarge } from '../../blockkit/validate.ts';
import { CAPABILITIES } from '../../contract/capabilities.ts';
import type { Core } from '../../core.ts';
import { viewShape } from '../../world/shapes.ts';
import type { Json, StoredView } from '../../world/types.ts';
import { openModal, publishHome, replaceView } from '../../world/views.ts';
import { type Args, type Handler, type Handlers, refuse, refuseSlip } from '../call.ts';
import { faultMessages } from '../content.ts';
import { pictureProblems } from '../pictures.ts';
import { checkBlockScopes } from '../scopes.ts';
import { noteSwallowed } from '../swallowed.ts';

const checkedView = (core: Core, args: Args, kind: 'modal' | 'home'): Json => {
  const view = args.json('view') as Json;
  const problems = [...validateView(view, kind), ...pictureProblems(core, view, '/view')];
  if (problems.length > 0) refuse('invalid_arguments', faultMessages(problems), problems);
  if (viewTooLarge(view)) refuse('view_too_large');
  noteSwallowed(core, 'a view', '', view['blocks']);
  checkBlockScopes(core, view['blocks']);
  return view;
};

const shape = (core: Core, view: StoredView): Json => ({ view: viewShape(core.world, view) });

const show =
  (push: boolean): Handler =>
  (core, args) => {
    const view = checkedView(core, args, 'modal');
    const trigger = core.triggers.redeem(args.optional('trigger_id') ?? args.text('interactivity_pointer'));
    if (typeof trigger === 'string') return refuse(trigger);
    const stack = core.world.modals(trigger.person);
    if (push && (trigger.viewId === null || stack.length === 0))
      return refuseSlip('not_found', 'push_outside_modal', 'there is no modal this trigger could push onto');
    const opened = openModal(core, trigger.person, view, push);
    return typeof opened === 'string' ? refuse(opened) : shape(core, opened);
  };

const update: Handler = (core, args) => {
  const given = checkedView(core, args, (args.json('view') as Json | null)?.['type'] === 'home' ? 'home' : 'modal');
  const [id, external] = [args.optional('view_id'), args.optional('external_id')];
  if (id === undefined && external === undefined)
    refuseSlip('invalid_arguments', 'missing_view_id', 'missing view_id or external_id');
  const view = core.world.view(
    (one) => one.type === given['type'] && (id === undefined ? one.body['external_id'] === external : one.id === id),
  );
  if (!view) return refuse('not_found');
  const hash = args.optional('hash');
  if (hash !== undefined && hash !== view.hash) refuse('hash_conflict');
  const error = replaceView(core, view, given);
  return error ? refuse(error) : shape(core, view);
};

const publish: Handler = (core, args) => {
  const given = checkedView(core, args, 'home');
  if (core.manifest.features?.app_home?.home_tab_enabled !== true) refuse('not_enabled');
  const person = core.world.person(args.text('user_id')) ?? refuse('user_not_found');
  if (CAPABILITIES.home[person.kind] === 'no')
    refuseSlip('user_not_found', 'unreachable_home', `${person.kind} people have no Home of this app`);
  const [hash, current] = [args.optional('hash'), core.world.state.homes[person.id]];
  if (hash !== undefined && hash !== '' && current && hash !== current.hash) refuse('hash_conflict');
  const published = publishHome(core, person.id, given);
  return typeof published === 'string' ? refuse(published) : shape(core, published);
};

export const VIEWS: Handlers = {
  'views.open': show(false),
  'views.push': show(true),
  'views.update': update,
  'views.publish': publish,
};
