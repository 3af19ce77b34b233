import type { Locale } from '../../../core/locale.ts';
import type { Deps } from '../../../platform/deps.ts';
import type { Modal } from '../../../platform/slack/message.ts';
import { expertFields } from '../../experts/public.ts';
import { findPeople } from '../../people/public.ts';
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

/** An organisation's situation as it is now, as a modal: who is there or asked, else the ranking. */
export async function situationOf(
  deps: Deps,
  place: Place,
  locale: Locale,
  options: { readonly note?: string; readonly page?: number } = {},
): Promise<Modal> {
  const current = await currentFor(deps, place);
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
    ranking: current ? null : await rankingFor(deps.db, place),
  };
  const fields = await expertFields(deps);
  return situationModal(situation, { locale, fields, voivodeship: organisation.voivodeship }, options);
}
