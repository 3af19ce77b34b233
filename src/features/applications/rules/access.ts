import { type Actor, isStaff, represents } from '../../../core/actor.ts';

/** What decides who may see and change an application. */
export type Owned = {
  readonly cohortId: string;
  readonly editorId: string;
  readonly organisationId: string | null;
  readonly onBehalf: boolean;
  readonly answers: unknown;
};

/** The Slack user named in the form as the organisation's second person. */
export function secondPersonOf(answers: unknown): string | null {
  const named = (answers as Readonly<Record<string, unknown>> | null)?.['second_representative'];
  return typeof named === 'string' && named !== '' ? named : null;
}

/** For whom a person acts on this application: their own organisation, on its behalf as staff, or not at all. */
export type Side = 'own' | 'behalf' | null;

/** The people of the application itself: who writes it, whom it names, and the organisation's representatives (APP-2). */
export function sideOf(actor: Actor, application: Owned): Side {
  const { onBehalf, editorId, organisationId, answers, cohortId } = application;
  const isTheirs = !onBehalf && editorId === actor.personId;
  const isNamed = actor.slackUserId !== '' && secondPersonOf(answers) === actor.slackUserId;
  if (isTheirs || isNamed || (organisationId !== null && represents(actor, organisationId))) return 'own';
  return isStaff(actor, cohortId) ? 'behalf' : null;
}

/** Drafts belong to their authors: staff write only those they entered on behalf of somebody (APP-10). */
export const mayWrite = (actor: Actor, application: Owned): boolean => {
  const side = sideOf(actor, application);
  return side === 'own' || (side === 'behalf' && application.onBehalf);
};
