import { type Outcome, ok, refuse } from '../../../core/outcome.ts';
import { addRepresentative, findOrCreateOrganisation } from '../../organisations/public.ts';
import { addOutsider } from '../../people/public.ts';
import { definitionOf } from '../../programmes/public.ts';
import type { Answers } from '../input/form.ts';
import type { ApplicationRow } from '../queries/entry.ts';
import type { Act } from './act.ts';

export type OrganisationRefusal = 'identifiers_disagree' | 'too_many_representatives';

const text = (answers: Answers, key: string): string | null => {
  const value = answers[key];
  return typeof value === 'string' && value !== '' ? value : null;
};

/** The organisation of an application, with the people who act for it (O1, APP-11). Returns its id. */
export async function attachOrganisation(
  { deps, tx, actor, now }: Act,
  application: ApplicationRow,
): Promise<Outcome<string, OrganisationRefusal>> {
  const answers = application.answers as Answers;
  const found = await findOrCreateOrganisation(deps, tx, actor, now, {
    name: text(answers, 'organisation_name') ?? '',
    legalForm: text(answers, 'legal_form') ?? '',
    registerType: text(answers, 'register_type') ?? '',
    registerName: text(answers, 'register_name'),
    registerNumber: text(answers, 'register_number') ?? '',
    nip: text(answers, 'nip'),
    regon: text(answers, 'regon'),
    town: text(answers, 'town') ?? '',
    voivodeship: text(answers, 'voivodeship') ?? '',
  });
  if (!found.ok) return found;
  const people = await peopleOf({ deps, tx, actor, now }, application, found.value.id);
  const limit = definitionOf(application.call.cohort).settings.representatives;
  for (const [index, personId] of people.entries()) {
    const isContact = index === 0;
    const email = isContact ? text(answers, 'contact_email') : null;
    const fresh = { organisationId: found.value.id, personId, email, isContact, limit };
    const added = await addRepresentative(deps, tx, actor, now, fresh);
    if (!added.ok) return refuse(added.reason);
  }
  return ok(found.value.id);
}

/** The person who applies and the second one they named; on behalf, the contact person, who may be outside Slack. */
async function peopleOf(
  { deps, tx, actor, now }: Act,
  application: ApplicationRow,
  organisationId: string,
): Promise<readonly string[]> {
  const answers = application.answers as Answers;
  const slackUserId = text(answers, 'second_representative');
  const second = slackUserId ? await tx.person.findFirst({ where: { slackUserId } }) : null;
  const others = second ? [second.id] : [];
  if (!application.onBehalf) return [...new Set([actor.personId, ...others])];
  const name = text(answers, 'contact_name') ?? '';
  const known = await tx.representative.findFirst({ where: { organisationId, endedAt: null, person: { name } } });
  const contact = known?.personId ?? (others.length > 0 ? null : await addOutsider(deps, tx, now, name));
  return contact ? [contact, ...others] : others;
}
