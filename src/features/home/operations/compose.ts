import type { AnyBlock } from '@slack/types';
import type { Actor } from '../../../core/actor.ts';
import type { Deps } from '../../../platform/deps.ts';
import type { HomeOffer } from '../../../platform/feature.ts';

type Sections = { readonly sections: readonly (readonly AnyBlock[])[]; readonly broken: boolean };

/** Asks every feature for its section; one that fails is logged and left out, so that the rest survives it. */
export async function compose(deps: Deps, offers: readonly HomeOffer[], actor: Actor, now: Date): Promise<Sections> {
  const results = await Promise.allSettled(offers.map((offer) => offer(deps, actor, now)));
  const sections = results.flatMap((result) => (result.status === 'fulfilled' && result.value ? [result.value] : []));
  const failed = results.filter((result) => result.status === 'rejected');
  for (const { reason } of failed) deps.log.error({ err: reason }, 'a section of App Home failed');
  return { sections, broken: failed.length > 0 };
}
