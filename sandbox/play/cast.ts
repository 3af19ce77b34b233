import { PEOPLE, type PersonDriver } from '../index.ts';
import type { ApplicantKey } from './applicants.ts';

/** The cohort of the story and its rooms. */
export const COHORT = 'Debiuty 2023';
export const COHORT_ROOM = 'debiuty-2023';
export const STAFF_ROOM = 'debiuty-2023-zespol';

export const ALICJA = PEOPLE.admin;
export const BARTEK = PEOPLE.staff;
export const ROMANA = PEOPLE.foreign;
export const [CELINA, DARIUSZ, EDYTA] = PEOPLE.experts;

type Member = {
  readonly key: ApplicantKey;
  readonly id: string;
  readonly name: string;
  /** A word of the name that no other has, as it stands in the name of its channel. */
  readonly word: string;
};

const [halina, igor, jadwiga, kamil, lidia, marcin, nina, oliver] = PEOPLE.representatives;

export const CAST = {
  /** A guest; everything goes as it should. */
  halina: { key: 'halina', id: halina, name: 'Halina Próbna', word: 'zmyslony' },
  /** A guest; types a wrong number, and the first expert says no. */
  igor: { key: 'igor', id: igor, name: 'Igor Wymyślony', word: 'papierowy' },
  /** A guest; admitted, and then there is no answer to anything. */
  jadwiga: { key: 'jadwiga', id: jadwiga, name: 'Jadwiga Niebyła', word: 'nibylandii' },
  /** A member; applies and withdraws. */
  kamil: { key: 'kamil', id: kamil, name: 'Kamil Pozorny', word: 'niewidzialni' },
  /** A member; sends a second after the closing. */
  lidia: { key: 'lidia', id: lidia, name: 'Lidia Bajkowa', word: 'szklana' },
  /** A guest; gets a seat from the queue. */
  marcin: { key: 'marcin', id: marcin, name: 'Marcin Udawany', word: 'lubin' },
  /** A member; the second person of the organisation is in another workspace. */
  nina: { key: 'nina', id: nina, name: 'Nina Rzekoma', word: 'wydumany' },
  /** A guest who reads English wherever the story is played. */
  oliver: { key: 'oliver', id: oliver, name: 'Oliver Sample', word: 'imaginary' },
} as const satisfies Record<ApplicantKey, Member>;

/** Who goes all the way from the application to the feedback. */
export const THROUGH = [CAST.halina, CAST.igor, CAST.marcin, CAST.nina, CAST.oliver] as const;

/** Who has a place in the programme. */
export const ADMITTED = [CAST.halina, CAST.igor, CAST.jadwiga, CAST.marcin, CAST.nina, CAST.oliver] as const;

/** The organisation's channel, as somebody in it sees it. @throws when they do not. */
export const roomOf = (person: PersonDriver, { word }: Pick<Member, 'word'>): string => {
  const room = person.channels().find((one) => one.includes(word));
  if (!room) throw new Error(`${person.name} sees no channel with "${word}": ${person.channels().join(', ')}`);
  return room;
};
