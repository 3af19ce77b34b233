/** A source of fresh identifiers (UUID strings). `main.ts` gives the random one, tests a counting one. */
export type Ids = { readonly next: () => string };
