/** A person as far as it matters for reaching them in Slack. */
export type Reachable = {
  readonly id: string;
  readonly slackUserId: string | null;
  readonly isDeactivated: boolean;
  readonly isBot: boolean;
};

const canBeReached = (person: Reachable): boolean =>
  person.slackUserId !== null && !person.isDeactivated && !person.isBot;

/**
 * Who is told the result of an application: the person who sent it, else the organisation's contact, else another
 * representative. Staff who entered it on behalf are not the applicant (APP-10). Null: nobody can be reached in Slack.
 */
export function receiverOf(
  application: { readonly onBehalf: boolean; readonly editor: Reachable },
  representatives: readonly Reachable[],
): string | null {
  const people = application.onBehalf ? representatives : [application.editor, ...representatives];
  return people.find(canBeReached)?.id ?? null;
}
