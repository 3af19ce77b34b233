import { z } from 'zod';

const organisationId = z.string();
const expertId = z.string();

const relaxation = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('one_more'), expertId, count: z.int().min(1) }),
  z.object({ kind: z.literal('drop_region'), organisationId }),
  z.object({ kind: z.literal('drop_language'), organisationId }),
  z.object({ kind: z.literal('lift_decline'), organisationId, expertId }),
  z.object({ kind: z.literal('unpin'), organisationId }),
  z.object({ kind: z.literal('review_tie'), organisationId, expertId }),
]);

/** What is kept of a plan that leaves organisations out: who is short of experts, and the cheapest ways out. */
export const shortageSchema = z.object({
  group: z.object({
    organisations: z.array(organisationId),
    experts: z.array(z.object({ expertId, room: z.int() })),
    room: z.int(),
    isSmallest: z.boolean(),
  }),
  options: z.array(z.object({ relaxations: z.array(relaxation), cost: z.number() })),
});
export type Shortage = z.infer<typeof shortageSchema>;

export const GOALS = ['total', 'lowest'] as const;

/** Reads a stored goal; anything else is a fault of the data and throws. */
export const goalOf = (stored: string) => z.enum(GOALS).parse(stored);
