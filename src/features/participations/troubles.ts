import type { Db } from '../../platform/db/client.ts';
import { representativesOf } from '../organisations/public.ts';
import { findPeople } from '../people/public.ts';
import type { ParticipationRow } from './queries.ts';
import { readProblems } from './rules/index.ts';
import type { Trouble } from './views/index.ts';

async function troubleOf(db: Db, place: ParticipationRow): Promise<Trouble> {
  const problems = readProblems(place.channelProblem);
  const ids = problems.flatMap(({ personId }) => (personId ? [personId] : []));
  const names = new Map((await findPeople(db, ids)).map((person) => [person.id, person.name]));
  const representatives = await representativesOf(db, place.organisationId);
  return {
    participationId: place.id,
    organisation: place.organisation.name,
    channelId: place.channelId,
    problems: problems.map(({ code, personId }) => ({ code, person: personId ? (names.get(personId) ?? '?') : null })),
    outside: representatives.filter(({ person }) => person.slackUserId === null).map(({ person }) => person.name),
  };
}

/** What is wrong with the channels of these places now, with people's names, for staff. */
export const troublesOf = (db: Db, places: readonly ParticipationRow[]): Promise<readonly Trouble[]> =>
  Promise.all(places.map((place) => troubleOf(db, place)));
