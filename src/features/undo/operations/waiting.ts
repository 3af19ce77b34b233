import type { Locale } from '../../../core/locale.ts';
import type { Deps } from '../../../platform/deps.ts';
import type { Message } from '../../../platform/slack/message.ts';

/** An act that waits, with its buttons, for the surface on which it was asked for; null when it is over. */
export async function waitingWords(deps: Deps, actId: string, locale: Locale): Promise<Message | null> {
  for (const offer of deps.offers.waiting) {
    const message = await offer(deps, actId, locale);
    if (message) return message;
  }
  return null;
}
