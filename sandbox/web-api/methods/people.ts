import type { Core } from '../../core.ts';
import { botScopes } from '../../manifest.ts';
import { isKnown } from '../../world/reach.ts';
import type { Json, Person } from '../../world/types.ts';
import { userShape } from '../../world/user-shape.ts';
import { page } from '../access.ts';
import { type Handler, type Handlers, refuse, refuseSlip } from '../call.ts';

const shown = (core: Core, person: Person, locale: boolean): Json =>
  userShape(core.world, person, { email: botScopes(core.manifest).includes('users:read.email'), locale });

const info: Handler = (core, args) => {
  const person = core.world.person(args.text('user')) ?? refuse('user_not_found');
  if (!isKnown(core.world, person)) refuse('user_not_visible');
  return { user: shown(core, person, args.flag('include_locale')) };
};

const list: Handler = (core, args) => {
  const known = core.world.state.persons.filter((one) => isKnown(core.world, one));
  const { items, next } = page(known, args.optional('cursor'), args.number('limit'), 1_000);
  return {
    members: items.map((one) => shown(core, one, args.flag('include_locale'))),
    cache_ts: Math.floor(core.clock.now() / 1000),
    response_metadata: { next_cursor: next },
  };
};

const lookupByEmail: Handler = (core, args) => {
  const wanted = args.text('email').toLowerCase();
  const person = core.world.state.persons.find(
    (one) => one.email?.toLowerCase() === wanted && one.kind !== 'deactivated',
  );
  if (person && person.teamId !== core.world.home.id)
    refuseSlip('users_not_found', 'foreign_email_lookup', 'people of other workspaces have no e-mail for apps');
  return { user: shown(core, person ?? refuse('users_not_found'), false) };
};

/** Of oneself when nobody is named; of people of other workspaces only what every app may know. */
const profile: Handler = (core, args) => {
  const person = core.world.person(args.optional('user') ?? core.world.bot.id);
  if (!person || !isKnown(core.world, person)) return refuse('user_not_found');
  return { profile: shown(core, person, false)['profile'] };
};

const authTest: Handler = (core) => ({
  url: `${core.url()}/`,
  team: core.world.home.name,
  user: core.world.bot.handle,
  team_id: core.world.home.id,
  user_id: core.world.bot.id,
  bot_id: core.world.botId,
  is_enterprise_install: false,
});

const teamInfo: Handler = (core, args) => {
  const team = core.world.team(args.optional('team') ?? core.world.home.id) ?? refuse('team_not_found');
  return {
    team: { id: team.id, name: team.name, domain: team.domain, email_domain: '', icon: {}, url: `${core.url()}/` },
  };
};

export const PEOPLE: Handlers = {
  'auth.test': authTest,
  'team.info': teamInfo,
  'users.info': info,
  'users.list': list,
  'users.lookupByEmail': lookupByEmail,
  'users.profile.get': profile,
};
