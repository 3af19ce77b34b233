import { typedShort } from '../../../platform/slack/blocks.ts';
import type { Member } from '../queries/index.ts';
import type { ParticipationsTexts } from '../texts.ts';

const FUNCTION_SHOWN = 80;

/** Who somebody is in this channel, in plain words; `long` adds with what to come to them. */
export function roleOf(member: Member, words: ParticipationsTexts, length: 'short' | 'long'): string {
  const { belongs } = member;
  const { roles } = words;
  const notHere = member.slackUserId === null ? [roles.outside] : [];
  const status = member.isDeactivated ? [roles.inactive] : notHere;
  switch (belongs.as) {
    case 'representative': {
      const what = belongs.function ? [typedShort(belongs.function, FUNCTION_SHOWN)] : [];
      return [roles.representative, ...what, ...(belongs.isContact ? [roles.contact] : []), ...status].join(', ');
    }
    case 'other':
      return [belongs.role, ...status].join(', ');
    case 'staff':
      return [length === 'long' ? roles.staffLong : roles.staff, ...status].join(', ');
    default:
      return belongs satisfies never;
  }
}
