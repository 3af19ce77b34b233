import type { PersonKind } from './page-api.ts';
import { blankChannel } from './world/channels.ts';
import type { Channel, Person, Team, WorldState } from './world/types.ts';
import { emptyState } from './world/world.ts';

/** Plainly made-up secrets of the sandbox; they open nothing anywhere else. */
export const BOT_TOKEN = 'xoxb-sandbox-0000-not-a-secret';
export const APP_TOKEN = 'xapp-sandbox-0000-not-a-secret';
export const SIGNING_SECRET = 'sandbox-signing-secret-not-a-secret';

export const TEAM_ID = 'T0FUNDACJA';
export const FOREIGN_TEAM_ID = 'T0OBCYTEAM';
export const BOT_USER_ID = 'U0DEBIUTY0';
export const APP_ID = 'A0DEBIUTY0';
export const BOT_ID = 'B0DEBIUTY0';

/** The seeded people by role, so that tests read as a story. */
export const PEOPLE = {
  admin: 'U0ALICJA00',
  staff: 'U0BARTEK00',
  experts: ['U0CELINA00', 'U0DARIUSZ0', 'U0EDYTA000', 'U0FELIKS00', 'U0GRAZYNA0'],
  /** Of eight organisations, in this order: members and guests; the eighth reads English. */
  representatives: [
    'U0HALINA00',
    'U0IGOR0000',
    'U0JADWIGA0',
    'U0KAMIL000',
    'U0LIDIA000',
    'U0MARCIN00',
    'U0NINA0000',
    'U0OLIVER00',
  ],
  /** In #debiuty only: cannot be invited anywhere else. */
  singleChannelGuest: 'U0STEFAN00',
  deactivated: 'U0PAWEL000',
  otherBot: 'U0KALENDAR',
  foreign: 'U0ROMANA00',
} as const;

/** Channels every seeded workspace has. */
export const CHANNELS = { general: 'C0OGOLNE00', debiuty: 'C0DEBIUTY0' } as const;

type Row = readonly [id: string, name: string, handle: string, title: string, kind: PersonKind];

const ROWS: readonly Row[] = [
  [PEOPLE.admin, 'Alicja Przykładowa', 'alicja', 'Koordynatorka programu, Fundacja Przykładowa', 'admin'],
  [PEOPLE.staff, 'Bartek Wzorcowy', 'bartek', 'Opiekun organizacji, Fundacja Przykładowa', 'member'],
  [PEOPLE.experts[0], 'Celina Zmyślona', 'celina', 'Ekspertka: komunikacja i media', 'member'],
  [PEOPLE.experts[1], 'Dariusz Fikcyjny', 'dariusz', 'Ekspert: finanse organizacji', 'member'],
  [PEOPLE.experts[2], 'Edyta Umowna', 'edyta', 'Ekspertka: współpraca z samorządem', 'member'],
  [PEOPLE.experts[3], 'Feliks Modelowy', 'feliks', 'Ekspert: fundraising', 'member'],
  [PEOPLE.experts[4], 'Grażyna Testowa', 'grazyna', 'Ekspertka: partycypacja', 'guest'],
  [PEOPLE.representatives[0], 'Halina Próbna', 'halina', 'Stowarzyszenie Zmyślony Ogród', 'guest'],
  [PEOPLE.representatives[1], 'Igor Wymyślony', 'igor', 'Fundacja Papierowy Most', 'guest'],
  [PEOPLE.representatives[2], 'Jadwiga Niebyła', 'jadwiga', 'Koło Gospodyń z Nibylandii', 'guest'],
  [PEOPLE.representatives[3], 'Kamil Pozorny', 'kamil', 'Klub Sportowy Niewidzialni', 'member'],
  [PEOPLE.representatives[4], 'Lidia Bajkowa', 'lidia', 'Stowarzyszenie Szklana Góra', 'member'],
  [PEOPLE.representatives[5], 'Marcin Udawany', 'marcin', 'Fundacja Żółty Łubin', 'guest'],
  [PEOPLE.representatives[6], 'Nina Rzekoma', 'nina', 'Inicjatywa Wydumany Dziedziniec', 'member'],
  [PEOPLE.representatives[7], 'Oliver Sample', 'oliver', 'Imaginary Neighbours Association', 'guest'],
  [PEOPLE.singleChannelGuest, 'Stefan Jednokanałowy', 'stefan', 'Gość jednego kanału', 'single_channel_guest'],
  [PEOPLE.deactivated, 'Paweł Dawny', 'pawel', 'Były pracownik', 'deactivated'],
  [PEOPLE.otherBot, 'Kalendarz Testowy', 'kalendarz', 'Inna aplikacja', 'bot'],
  [BOT_USER_ID, 'Debiuty', 'debiuty', 'Aplikacja', 'bot'],
];

const toPerson = ([id, name, handle, title, kind]: Row): Person => ({
  id,
  teamId: TEAM_ID,
  name,
  handle,
  title,
  kind,
  email: kind === 'bot' ? null : `${handle}@przyklad.example`,
  locale: id === PEOPLE.representatives[7] ? 'en-GB' : 'pl-PL',
  tz: 'Europe/Warsaw',
  owner: id === PEOPLE.admin,
});

const foreigner: Person = {
  id: PEOPLE.foreign,
  teamId: FOREIGN_TEAM_ID,
  name: 'Romana Zagraniczna',
  handle: 'romana',
  title: 'Organizacja Z Zewnątrz',
  kind: 'foreign',
  // Invitations go there; no app is told it.
  email: 'romana@z-zewnatrz.example',
  locale: null,
  tz: 'Europe/Warsaw',
  owner: false,
};

const teams = (): Team[] => [
  { id: TEAM_ID, name: 'Fundacja Przykładowa', domain: 'fundacja-przykladowa', plan: 'paid', guestInvites: 'anyone' },
  { id: FOREIGN_TEAM_ID, name: 'Organizacja Z Zewnątrz', domain: 'z-zewnatrz', plan: 'paid', guestInvites: 'anyone' },
];

const channels = (created: number): Channel[] => {
  const active = ROWS.filter(([, , , , kind]) => kind !== 'deactivated' && kind !== 'bot').map(([id]) => id);
  const single: string = PEOPLE.singleChannelGuest;
  const general = blankChannel(CHANNELS.general, 'public', 'ogolne', PEOPLE.admin, created);
  general.general = true;
  general.topic = 'Sprawy całej fundacji';
  // A single-channel guest is in one channel only: #debiuty.
  general.members = [...active.filter((id) => id !== single), BOT_USER_ID];
  const debiuty = blankChannel(CHANNELS.debiuty, 'public', 'debiuty', PEOPLE.admin, created);
  debiuty.topic = 'Program wsparcia: ogłoszenia i zgłoszenia';
  debiuty.members = [...active, BOT_USER_ID];
  return [general, debiuty];
};

/** One foundation with its staff, experts and organisations; all people and names are made up. @param now milliseconds since 1970. */
export const seedWorld = (now: number): WorldState => ({
  ...emptyState(),
  teams: teams(),
  persons: [...ROWS.map(toPerson), foreigner],
  channels: channels(Math.floor(now / 1000)),
});
