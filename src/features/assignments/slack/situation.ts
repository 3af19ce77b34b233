import type { Locale } from '../../../core/locale.ts';
import type { Deps } from '../../../platform/deps.ts';
import type { Modal } from '../../../platform/slack/message.ts';
import { expertFields } from '../../experts/public.ts';
import { findPeople } from '../../people/public.ts';
import { waitingFor, waitingWords } from '../../undo/public.ts';
import { assignKey } from '../acts.ts';
import { currentOf, needsOf, type Place, rankingFor } from '../queries/index.ts';
import { type Current, situationModal } from '../views/index.ts';

async function currentFor(deps: Deps, place: Place): Promise<Current | null> {
  const found = currentOf(place);
  if (!found) return null;
  const [by] = await findPeople(deps.db, [found.proposedBy]);
  return {
    assignmentId: found.id,
    isActive: found.state === 'active',
    expert: found.expert.name,
    proposedBy: by?.name ?? '?',
    since: found.answeredAt ?? found.proposedAt,
  };
}

/** What waits to be done for the place and can be taken back, as blocks with its buttons. */
async function waitingAt(deps: Deps, participationId: string, locale: Locale): Promise<Modal['blocks'] | null> {
  const key = assignKey(participationId);
  const waiting = (await waitingFor(deps.db, [key])).get(key);
  return waiting ? ((await waitingWords(deps, waiting.id, locale))?.blocks ?? null) : null;
}

/** An organisation's situation as it is now, as a modal: who is there or asked, else the ranking. */
export async function situationOf(
  deps: Deps,
  place: Place,
  locale: Locale,
  options: { readonly note?: string; readonly page?: number } = {},
): Promise<Modal> {
  const current = await currentFor(deps, place);
  const waiting = await waitingAt(deps, place.id, locale);
  const { organisation, cohort } = place;
  const situation = {
    participationId: place.id,
    organisation: organisation.name,
    town: organisation.town,
    voivodeship: organisation.voivodeship,
    cohort: cohort.name,
    subject: place.subject,
    needs: await needsOf(deps.db, place),
    current,
    waiting,
    ranking: current || waiting ? null : await rankingFor(deps.db, place, deps.clock.now()),
  };
  const fields = await expertFields(deps);
  return situationModal(situation, { locale, fields, voivodeship: organisation.voivodeship }, options);
}
