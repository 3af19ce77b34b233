import type { Core } from '../core.ts';
import type { Act, ActResult } from '../page-api.ts';
import type { Person } from '../world/types.ts';
import { fail } from './common.ts';
import { answerInvite, invite } from './connect.ts';
import { upload } from './files.ts';
import { close, submit } from './modal.ts';
import { press } from './press.ts';
import { suggest } from './suggest.ts';
import { mayDo } from './surfaces.ts';
import { joinChannel, openDm, openHome, read, say, shortcut, slash } from './talk.ts';

type Doing<Some extends Act> = (core: Core, person: Person, act: Some) => ActResult | Promise<ActResult>;

const ACTS: { readonly [Kind in Act['do']]: Doing<Extract<Act, { do: Kind }>> } = {
  say,
  upload,
  slash,
  press,
  submit,
  close,
  suggest,
  shortcut,
  open_home: openHome,
  open_dm: openDm,
  join: joinChannel,
  read,
  invite,
  accept_invite: answerInvite,
  approve_invite: answerInvite,
  decline_invite: answerInvite,
};

/** Everything a person can do, for the page and for tests alike. Refusals come as `ok: false` with Slack's word. */
export const perform = async (core: Core, personId: string, act: Act): Promise<ActResult> => {
  const person = core.world.person(personId);
  if (!person) return fail('user_not_found');
  if (!Object.hasOwn(ACTS, act.do)) return fail('unknown_act');
  if (!mayDo(core, person, act)) return fail('not_allowed');
  return (ACTS[act.do] as Doing<Act>)(core, person, act);
};
