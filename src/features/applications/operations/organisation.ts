import { type Outcome, ok, refuse } from '../../../core/outcome.ts';
import { findOrCreateOrganisation, organisationById } from '../../organisations/public.ts';
import { definitionOf } from '../../programmes/public.ts';
import type { Answers } from '../input/form.ts';
import { type ApplicationRow, earlierPlaces, placedIn, standingFor } from '../queries/entry.ts';
import type { Act } from './act.ts';

export type OrganisationRefusal =
  | 'identifiers_disagree'
  | 'already_applied'
  | 'previous_participant'
  | 'not_in_earlier_stage';
export type Applying = { readonly id: string; readonly name: string; readonly created: boolean };

const text = (answers: Answers, key: string): string | null => {
  const value = answers[key];
  return typeof value === 'string' && value !== '' ? value : null;
};

/**
 * The organisation that an application speaks for, made when it is new (O1). Refuses a second application of it in the
 * call (invariant 2), and one that the call's rules keep out (42). A refusal must roll the transaction back.
 */
export async function organisationFor(
  act: Act,
  application: ApplicationRow,
): Promise<Outcome<Applying, OrganisationRefusal>> {
  const { call } = application;
  const definition = definitionOf(call.cohort);
  const isLater = definition.stages.find((one) => one.stage === call.stage)?.opensTo === 'admitted';
  const found = isLater ? await fromEarlierStage(act, application) : await byNumbers(act, application);
  if (!found.ok) return found;
  const { id } = found.value;
  if ((await standingFor(act.tx, application, id)) > 0) return refuse('already_applied');
  const isBlocked = definition.settings.previousParticipants === 'block';
  return isBlocked && (await earlierPlaces(act.tx, id, call.cohort)) > 0 ? refuse('previous_participant') : found;
}

async function byNumbers(
  { deps, tx, actor, now }: Act,
  application: ApplicationRow,
): Promise<Outcome<Applying, 'identifiers_disagree'>> {
  const answers = application.answers as Answers;
  const name = text(answers, 'organisation_name') ?? '';
  const found = await findOrCreateOrganisation(deps, tx, actor, now, {
    name,
    legalForm: text(answers, 'legal_form') ?? '',
    registerType: text(answers, 'register_type') ?? '',
    registerName: text(answers, 'register_name'),
    registerNumber: text(answers, 'register_number') ?? '',
    nip: text(answers, 'nip'),
    regon: text(answers, 'regon'),
    town: text(answers, 'town') ?? '',
    voivodeship: text(answers, 'voivodeship') ?? '',
  });
  return found.ok ? ok({ ...found.value, name }) : found;
}

/** In a later stage, the person's own organisation of the stage before. */
async function fromEarlierStage(
  { tx, actor }: Act,
  application: ApplicationRow,
): Promise<Outcome<Applying, 'not_in_earlier_stage'>> {
  const candidates = application.organisationId ? [application.organisationId] : actor.organisationIds;
  const [id] = await placedIn(tx, application.cohortId, candidates);
  const organisation = id ? await organisationById(tx, id) : null;
  return organisation
    ? ok({ id: organisation.id, name: organisation.name, created: false })
    : refuse('not_in_earlier_stage');
}
