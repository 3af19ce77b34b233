import { button, confirm, header, section, typed } from '../../platform/slack/blocks.ts';
import type { Message } from '../../platform/slack/message.ts';
import { IDS } from './ids.ts';
import type { StaffMember } from './queries.ts';
import type { PeopleTexts } from './texts.ts';

/** How many people one message lists; the rest is counted. */
const SHOWN = 40;

/** The team, each with where they are staff and, for those who may, the button that removes them. */
export function staffList(staff: readonly StaffMember[], mayRemove: boolean, texts: PeopleTexts): Message {
  const words = texts.staff;
  const heading = words.heading(staff.length);
  const rows = staff.slice(0, SHOWN).map((member) => {
    const where = member.everywhere
      ? words.everywhere
      : member.cohorts.map((name) => words.inCohort(typed(name))).join(', ');
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
    return section(`*${typed(member.name)}* – ${where}`, mayRemove ? remove : undefined);
  });
  return { text: heading, blocks: [header(heading), ...rows] };
}
