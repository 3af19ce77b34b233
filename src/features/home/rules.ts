import { type Actor, isExpert, isStaff } from '../../core/actor.ts';

export type Audience = 'staff' | 'expert' | 'representative' | 'newcomer';

/** As whom a person is greeted: the strongest of what they are. */
export function audienceOf(actor: Actor): Audience {
  if (isStaff(actor)) return 'staff';
  if (isExpert(actor)) return 'expert';
  return actor.organisationIds.length > 0 ? 'representative' : 'newcomer';
}
