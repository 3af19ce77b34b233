import { KINDS } from '../acts/dates.ts';
import type { Stage } from '../stage.ts';
import type { Entry, Organisation } from '../story/organisations.ts';
import type { Judged } from './judged.ts';

type Facts = Pick<Stage, 'db' | 'sandbox'>;

const CLOSED: Readonly<Partial<Record<Entry, string>>> = { withdrawn: 'withdrawn', draft: 'draft', late: 'draft' };

/** What an application must have come to when the whole story was played. */
const stateOf = ({ entry, fate }: Organisation): string =>
  CLOSED[entry] ?? (fate === 'rejected' ? 'formally_rejected' : (fate ?? '?'));

async function applications({ db }: Facts, organisations: readonly Organisation[]): Promise<string[]> {
  const faults: string[] = [];
  for (const of of organisations) {
    const all = await db.application.findMany({
      where: { editor: { slackUserId: of.person } },
      include: { submissions: true },
    });
    // Whoever got no answer may have begun another, which cannot be sent: it stays a draft beside the one that was.
    const sentOnes = all.filter(({ state }) => state !== 'draft');
    const rows = sentOnes.length > 0 ? sentOnes : all;
    const [row] = rows;
    if (rows.length !== 1 || !row) faults.push(`${of.name}: ${rows.length} applications`);
    else if (row.state !== stateOf(of)) faults.push(`${of.name}: ${row.state}, not ${stateOf(of)}`);
    const sendings = of.entry === 'changed' ? 2 : 1;
    const sent = row?.submissions.filter(({ late }) => !late).length ?? 0;
    if (of.entry !== 'draft' && of.entry !== 'late' && sent !== sendings) faults.push(`${of.name}: sent ${sent} times`);
  }
  return faults;
}

/** What an organisation's people see of the programme: each thing once. */
function shown({ sandbox }: Facts, of: Organisation): string[] {
  const person = sandbox.as(of.person);
  const rooms = person.channels().filter((room) => room.includes(of.word));
  const results = person.dms().filter(({ blocks }) => JSON.stringify(blocks).includes('dołącza do programu!')).length;
  if (of.fate !== 'admitted') return rooms.length + results > 0 ? [`${of.name} sees what is not for it`] : [];
  const [room] = rooms;
  if (!room || rooms.length > 1) return [`${of.name} sees ${rooms.length} channels of its own`];
  const count = (words: string) => person.texts(room).filter((text) => text.includes(words)).length;
  const once = { results, cards: count('Kto jest kim'), introductions: count('Poznajcie osobę') };
  return Object.entries(once).flatMap(([what, n]) => (n === 1 ? [] : [`${of.name} sees ${n} ${what}`]));
}

async function places({ db }: Facts, of: Organisation): Promise<string[]> {
  const rows = await db.participation.findMany({
    where: { organisation: { name: of.name } },
    include: { assignments: { where: { state: 'active' } }, deadlines: true },
  });
  const [row] = rows;
  if (of.fate !== 'admitted') return rows.length === 0 ? [] : [`${of.name} has a place`];
  if (rows.length !== 1 || !row) return [`${of.name} has ${rows.length} places`];
  const kinds = row.deadlines.length === Object.keys(KINDS).length ? [] : [`${of.name}: ${row.deadlines.length} dates`];
  const problem = row.channelProblem === null ? [] : [`${of.name}: ${row.channelProblem}`];
  const leaders = row.assignments.length === 1 ? [] : [`${of.name} has ${row.assignments.length} experts`];
  return [...kinds, ...problem, ...leaders];
}

/** Channels that the bot made and that belong to nothing: somebody sees an empty room. */
async function strayRooms({ db, sandbox }: Facts): Promise<string[]> {
  const [cohorts, rows] = await Promise.all([db.cohort.findMany(), db.participation.findMany()]);
  const own = new Set([
    ...cohorts.flatMap((one) => [one.channelId, one.staffChannelId]),
    ...rows.map((one) => one.channelId),
  ]);
  return sandbox.world.state.channels
    .filter(({ kind, creator, id }) => kind !== 'im' && creator === sandbox.world.bot.id && !own.has(id))
    .map(({ name }) => `the channel ${name} belongs to nothing`);
}

/** What people did is what there is, and what they see, by the story. */
export async function outcomes({ world, story, isWhole }: Judged): Promise<readonly string[]> {
  const stray = await strayRooms(world);
  if (!isWhole) return stray;
  const all = story.organisations;
  const each = await Promise.all(all.map((of) => places(world, of)));
  return [...stray, ...(await applications(world, all)), ...each.flat(), ...all.flatMap((of) => shown(world, of))];
}
