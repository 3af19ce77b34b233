import { z } from 'zod';
import type { Locale } from '../../core/locale.ts';
import { codec } from './codec.ts';

/**
 * What every modal carries in `private_metadata`: its language, so that field errors need no look-up before the answer;
 * the channel it was opened from, so that the outcome is said where the person is; and the feature's own data.
 */
export type Envelope = { readonly locale: Locale; readonly channelId: string | null; readonly data: unknown };

const stored = z.object({ l: z.enum(['pl', 'en']), c: z.string().nullable(), d: z.unknown() });
const storedCodec = codec(stored);

export const writeEnvelope = (envelope: Envelope): string =>
  storedCodec.encode({ l: envelope.locale, c: envelope.channelId, d: envelope.data ?? null });

/** Null when the metadata is not ours. */
export function readEnvelope(raw: string): Envelope | null {
  const found = storedCodec.decode(raw);
  return found ? { locale: found.l, channelId: found.c, data: found.d } : null;
}
