import { button, clipMarked, confirm, context, header, section, typed } from '../../platform/slack/blocks.ts';
import type { Message } from '../../platform/slack/message.ts';
import { IDS } from './ids.ts';
import type { StaffMember } from './queries.ts';
import type { PeopleTexts } from './texts.ts';

/** How many people one message lists, the rest being counted; a message holds about 10 000 characters (Slack contract 5.4). */
const SHOWN = 25;
const NAME_SHOWN = 80;
const WHERE_SHOWN = 160;

/** The team, each with where they are staff and, for those who may, the button that removes them. */
export function staffList(staff: readonly StaffMember[], mayRemove: boolean, texts: PeopleTexts): Message {
  const words = texts.staff;
  const heading = words.heading(staff.length);
  const rows = staff.slice(0, SHOWN).map((member) => {
    const cohorts = member.cohorts.map((name) => words.inCohort(typed(name))).join(', ');
    const where = member.everywhere ? words.everywhere : clipMarked(cohorts, WHERE_SHOWN);
    const ask = confirm({
      title: words.removeTitle,
      text: words.removeText,
      yes: words.yes,
      no: words.no,
      danger: true,
    });
    const remove = button(IDS.removeStaff, words.remove, {
      value: member.personId,
      style: 'danger',
      confirm: ask,
      label: `${words.remove}: ${member.name}`,
    });
    const name = clipMarked(typed(member.name), NAME_SHOWN);
    return section(`*${name}* – ${where}`, mayRemove ? remove : undefined);
  });
  const rest = staff.length - rows.length;
  return { text: heading, blocks: [header(heading), ...rows, ...(rest > 0 ? [context(words.more(rest))] : [])] };
}
