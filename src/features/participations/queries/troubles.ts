import type { Db } from '../../../platform/db/client.ts';
import { representativesOf } from '../../organisations/public.ts';
import { findPeople } from '../../people/public.ts';
import { readProblems } from '../rules/index.ts';

/** What is wrong with the channel of a place, with people's names. */
export type Trouble = {
  readonly participationId: string;
  readonly organisation: string;
  readonly channelId: string | null;
  /** Slack's code, with the person it is about when it is about one. */
  readonly problems: readonly { readonly code: string; readonly person: string | null }[];
  /** Those of the organisation's people who have no Slack account. */
  readonly outside: readonly string[];
};

import type { ParticipationRow } from './places.ts';

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
