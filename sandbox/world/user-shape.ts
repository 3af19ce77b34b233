import type { Json, Person } from './types.ts';
import type { World } from './world.ts';

const names = ({ name, handle, title, teamId }: Person): Json => ({
  title,
  real_name: name,
  real_name_normalized: name,
  display_name: handle,
  display_name_normalized: handle,
  avatar_hash: '',
  team: teamId,
});

const profile = (person: Person, email: boolean): Json => {
  const [first = '', ...rest] = person.name.split(' ');
  return {
    ...names(person),
    first_name: first,
    last_name: rest.join(' '),
    phone: '',
    skype: '',
    fields: {},
    status_text: '',
    status_text_canonical: '',
    status_emoji: '',
    status_emoji_display_info: [],
    status_expiration: 0,
    ...(email && person.email !== null && { email: person.email }),
  };
};

/**
 * A person as an app sees them. Of other workspaces the profile is reduced, with no e-mail and no locale; of those who
 * left little more than the name remains (Slack contract 5.10, 5.11).
 */
export const userShape = (
  world: World,
  person: Person,
  grants: { readonly email: boolean; readonly locale: boolean },
): Json => {
  const { id, teamId: team_id, handle: name, name: real_name, kind, owner } = person;
  const common = { id, team_id, name, deleted: kind === 'deactivated', is_bot: kind === 'bot', is_app_user: false };
  if (team_id !== world.home.id)
    return { ...common, real_name, updated: 0, is_stranger: false, profile: names(person) };
  const known = { ...common, updated: 0, profile: profile(person, grants.email) };
  if (kind === 'deactivated') return known;
  return {
    ...known,
    real_name,
    color: '9f69e7',
    tz: person.tz,
    tz_label: 'Central European Time',
    tz_offset: 3_600,
    is_admin: kind === 'admin',
    is_owner: owner,
    is_primary_owner: owner,
    is_restricted: kind === 'guest' || kind === 'single_channel_guest',
    is_ultra_restricted: kind === 'single_channel_guest',
    is_email_confirmed: true,
    who_can_share_contact_card: 'EVERYONE',
    ...(grants.locale && person.locale !== null && { locale: person.locale }),
  };
};
