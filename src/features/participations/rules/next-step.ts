/** Something that comes next for an organisation, as a feature offers it. */
export type NextStep = { readonly text: string; readonly due?: Date };

/** What the card shows as next: the earliest due, else the first without a date (OR-2). Null when nothing is offered. */
export function nextStep(offered: readonly NextStep[]): NextStep | null {
  const dated = offered.flatMap((step) => (step.due ? [{ step, at: step.due.getTime() }] : []));
  const earliest = dated.sort((a, b) => a.at - b.at)[0];
  return earliest?.step ?? offered[0] ?? null;
}
