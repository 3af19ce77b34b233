import { addRepresentative, endRepresentative, representativesOf } from '../../organisations/public.ts';
import { addOutsider } from '../../people/public.ts';
import { definitionOf } from '../../programmes/public.ts';
import type { Answers } from '../input/form.ts';
import { type ApplicationRow, findApplication } from '../queries/entry.ts';
import { secondPersonOf } from '../rules/entry.ts';
import type { Act } from './act.ts';
import type { Applying } from './organisation.ts';

/**
 * `attached`: the application's people act for the organisation. `others`: somebody else does already, so they are not
 * let in before staff admit the application. `full`: not all fit under the limit (39).
 */
export type Attached = 'attached' | 'others' | 'full';

/**
 * Lets the people of a sent application act for its organisation (39). Knowing an organisation's numbers is not enough
 * to join one that has representatives already: its channel and papers are theirs.
 */
export async function attachRepresentatives(
  act: Act,
  application: ApplicationRow,
  organisation: Pick<Applying, 'id' | 'created'>,
): Promise<Attached> {
  const open = organisation.created ? [] : await representativesOf(act.tx, organisation.id);
  const isOneOfThem = open.some((one) => one.personId === act.actor.personId);
  if (open.length > 0 && !isOneOfThem && !application.onBehalf) return 'others';
  await endFormerSecond(act, application, organisation.id);
  return attachAll(act, application, organisation.id);
}

/** Once staff admitted an application, its people belong to the organisation, as far as the limit allows. */
export async function attachAtAdmission(act: Act, applicationId: string): Promise<Attached> {
  const application = await findApplication(act.tx, applicationId);
  return application?.organisationId ? attachAll(act, application, application.organisationId) : 'others';
}

async function attachAll(act: Act, application: ApplicationRow, organisationId: string): Promise<Attached> {
  const { deps, tx, actor, now } = act;
  const limit = definitionOf(application.call.cohort).settings.representatives;
  const contact = await contactOf(act, application, organisationId);
  const second = await personOf(act, secondPersonOf(application.answers));
  const wanted = [
    ...(contact ? [{ ...contact, isContact: true }] : []),
    ...(second ? [{ personId: second, email: null, isContact: contact === null }] : []),
  ];
  let result: Attached = 'attached';
  for (const one of wanted) {
    const added = await addRepresentative(deps, tx, actor, now, { organisationId, limit, ...one });
    if (!added.ok) result = 'full';
  }
  return result;
}

type Contact = { readonly personId: string; readonly email: string | null };

/** The sender; of an application that came by mail, phone or paper, somebody outside Slack, known by their address. */
async function contactOf(
  { deps, tx, now }: Act,
  application: ApplicationRow,
  organisationId: string,
): Promise<Contact | null> {
  const { contact_name: name, contact_email: given } = application.answers as Answers;
  const email = typeof given === 'string' ? given : null;
  if (!application.onBehalf) return { personId: application.editorId, email };
  if (typeof name !== 'string' || email === null) return null;
  const open = await representativesOf(tx, organisationId);
  const known = open.find((one) => one.email?.toLowerCase() === email.toLowerCase());
  return { personId: known?.personId ?? (await addOutsider(deps, tx, now, name)), email };
}

/** Ends the second person of the submission before, when this one names somebody else or nobody. */
async function endFormerSecond(act: Act, application: ApplicationRow, organisationId: string): Promise<void> {
  const { deps, tx, actor, now } = act;
  const before = secondPersonOf(application.submissions.find((one) => !one.late)?.answers);
  if (!before || before === secondPersonOf(application.answers)) return;
  const personId = await personOf(act, before);
  if (personId && personId !== application.editorId) {
    await endRepresentative(deps, tx, actor, now, { organisationId, personId });
  }
}

async function personOf({ tx }: Act, slackUserId: string | null): Promise<string | null> {
  if (slackUserId === null) return null;
  const person = await tx.person.findFirst({ where: { slackUserId }, select: { id: true } });
  return person?.id ?? null;
}
