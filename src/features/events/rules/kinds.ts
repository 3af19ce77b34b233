export const KINDS = ['information', 'training', 'networking', 'residential'] as const;
export type Kind = (typeof KINDS)[number];

/** Where people meet. */
export const FORMS = ['on_site', 'online'] as const;
export type Form = (typeof FORMS)[number];

/** What a person is at an event: sent by an organisation, a guest (at information events), or an expert of the programme. */
export const STANDINGS = ['organisation', 'guest', 'expert'] as const;
export type Standing = (typeof STANDINGS)[number];

function among<const T extends string>(all: readonly T[], stored: string, what: string): T {
  const found = all.find((one) => one === stored);
  if (found === undefined) throw new Error(`not ${what}: ${stored}`);
  return found;
}

/** Reads a stored word; anything else is a fault of the data and throws. */
export const kindOf = (stored: string): Kind => among(KINDS, stored, 'a kind of event');
export const formOf = (stored: string): Form => among(FORMS, stored, 'a form of event');
export const standingOf = (stored: string): Standing => among(STANDINGS, stored, 'a standing');
