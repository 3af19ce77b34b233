import { setTimeout as sleep } from 'node:timers/promises';
import { CHANNELS, type PersonDriver, type Sandbox, TEAM_ID } from '../sandbox/index.ts';
import type { Stage } from './stage.ts';
import type { Organisation } from './story/organisations.ts';

const BREATH_MS = 300;
const LONG_BREATH_MS = 3_000;

/** The people of a story join the workspace, members and guests. */
export function addPeople(sandbox: Sandbox, organisations: readonly Organisation[]): void {
  for (const [n, of] of organisations.entries()) {
    const kind = n % 2 ? 'member' : 'guest';
    sandbox.addPerson({ id: of.person, name: of.personName, kind, teamId: TEAM_ID });
    sandbox.world.channel(CHANNELS.debiuty)?.members.push(of.person);
  }
}

/** Puts away what is open, as somebody does who begins anew. */
async function putAway(person: PersonDriver): Promise<void> {
  for (let open = person.modals().length; open > 0; open -= 1) await person.close().catch(() => undefined);
}

/** One thing somebody wants to have done, by pressing again until it is. */
export type Wish = {
  readonly who: string;
  readonly what: string;
  readonly tries: (person: PersonDriver) => Promise<void>;
  /** Whether it is done, for those who got no answer. */
  readonly isDone: () => Promise<boolean>;
};

/**
 * Somebody tries until it works. After a failure they sometimes look whether it was done all the same, and sometimes
 * just press again, which must do no harm. @throws when patience is over.
 */
export async function insist(stage: Stage, wish: Wish): Promise<void> {
  const { who, what, tries, isDone } = wish;
  const person = stage.as(who);
  let last: unknown;
  for (let round = 1; round <= stage.patience; round += 1) {
    await stage.reachable();
    try {
      await tries(person);
      await seen(stage, isDone, `it to be done: ${what}`);
      // Where time stands still, the answer is read before it goes on.
      if (stage.patience === 1) await stage.sandbox.settled();
      return await putAway(person);
    } catch (error) {
      last = error;
      stage.note(`again: ${what}: ${error instanceof Error ? error.message : String(error)}`);
    }
    await putAway(person);
    const looks = round > 2 || stage.luck.happens(0.5);
    if (looks && (await isDone())) return;
    if (stage.patience > 1) await sleep(Math.min(BREATH_MS * round, LONG_BREATH_MS));
  }
  throw new Error(`${person.name} gave up: ${what}`, { cause: last });
}

/** Watches the screen until something is seen. @throws when it does not come. */
export async function seen(stage: Stage, ask: () => boolean | Promise<boolean>, what: string): Promise<void> {
  await stage.sandbox.waitFor(ask, { timeoutMs: stage.watchMs, everyMs: 40, what });
}

/** Sends the open form; once more when nothing came back and it is still open. */
export async function send(stage: Stage, person: PersonDriver): Promise<string> {
  for (let round = 1; ; round += 1) {
    try {
      const { action, errors } = await person.submit();
      if (action === 'errors') throw new Error(`refused: ${JSON.stringify(errors)}`);
      return action;
    } catch (error) {
      const isLost = error instanceof Error && /operation_timeout|dispatch_failed/.test(error.message);
      if (!isLost || round >= 3 || stage.patience === 1 || !person.modal()) throw error;
      await stage.reachable();
    }
  }
}

/** What is said of an act that can still be undone, and the button that has it done now. */
export const WAITS = 'Czeka do godz.';
export const AT_ONCE = 'Wykonaj od razu';

/** What stands in the front modal; empty without one. */
export const front = (person: PersonDriver): string => {
  const modal = person.modal();
  return modal ? `${modal.heading}\n${modal.all}` : '';
};

/** Acts and watches for words in the front modal; once more when nothing comes, as people do. */
async function until(stage: Stage, person: PersonDriver, words: string, act: () => Promise<void>): Promise<void> {
  for (let round = 1; ; round += 1) {
    try {
      await act();
      return await seen(stage, () => front(person).includes(words), `"${words}"; sees: ${front(person).slice(0, 60)}`);
    } catch (error) {
      if (round >= 3 || stage.patience === 1) throw error;
      await stage.reachable();
    }
  }
}

/** Types a command and waits for a modal that shows these words. */
export const open = (
  stage: Stage,
  person: PersonDriver,
  [room, line]: readonly [room: string, line: string],
  words: string,
): Promise<void> => until(stage, person, words, () => person.slash(room, line));

/** Presses a button and waits until the front modal shows these words. */
export const press = (
  stage: Stage,
  person: PersonDriver,
  [label, where]: readonly [label: string, where?: { readonly channel?: string; readonly home?: true }],
  words: string,
): Promise<void> => until(stage, person, words, () => person.click(label, where));
