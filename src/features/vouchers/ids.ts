import { z } from 'zod';
import { codec } from '../../platform/slack/codec.ts';

export const IDS = { name: 'vouchers_name' } as const;
export const NOTICES = { named: 'vouchers.named' } as const;

export const voucherCodec = codec(z.strictObject({ participationId: z.uuid() }));
/** `number`: how much had been said of the voucher when the form opened. */
export const nameData = z.strictObject({ participationId: z.uuid(), number: z.int().min(0) });
export type Seen = z.infer<typeof nameData>;

export const REASON_MAX = 1500;
export const FORM_MAX = 300;
