import type { Core } from '../core.ts';
import type { Act, ActResult } from '../page-api.ts';
import { fail } from './common.ts';
import { close, submit } from './modal.ts';
import { press } from './press.ts';
import { suggest } from './suggest.ts';
import { joinChannel, openDm, openHome, read, say, shortcut, slash } from './talk.ts';

/** Everything a person can do, for the page and for tests alike. Refusals come as `ok: false` with Slack's word. */
export const perform = async (core: Core, personId: string, act: Act): Promise<ActResult> => {
  const person = core.world.person(personId);
  if (!person) return fail('user_not_found');
  if (person.kind === 'deactivated' || person.kind === 'bot') return fail('not_allowed');
  if (act.do === 'say') return say(core, person, act);
  if (act.do === 'slash') return slash(core, person, act);
  if (act.do === 'press') return press(core, person, act);
  if (act.do === 'submit') return submit(core, person, act);
  if (act.do === 'close') return close(core, person, act);
  if (act.do === 'suggest') return suggest(core, person, act);
  if (act.do === 'shortcut') return shortcut(core, person, act);
  if (act.do === 'open_home') return openHome(core, person, act);
  if (act.do === 'open_dm') return openDm(core, person, act);
  if (act.do === 'join') return joinChannel(core, person, act);
  return act.do === 'read' ? read(core, person, act) : fail('unknown_act');
};
