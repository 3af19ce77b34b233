import { pressInDirect } from '../../sandbox/hands/beside.ts';
import type { PersonDriver } from '../../sandbox/index.ts';
import { AT_ONCE, front, insist, open, press, seen, send, WAITS } from '../people.ts';
import type { Stage } from '../stage.ts';
import type { Organisation } from '../story/organisations.ts';

/** The organisation's channel, as somebody in it sees it. @throws when they do not. */
export function roomOf(person: PersonDriver, { word, name }: Organisation): string {
  const room = person.channels().find((one) => one.includes(word));
  if (!room) throw new Error(`${person.name} sees no channel of ${name}`);
  return room;
}

/** The row of its place; null while it has none. */
const placeOf = ({ db }: Stage, { name }: Organisation) =>
  db.participation.findFirst({ where: { organisation: { name } }, select: { id: true, state: true, channelId: true } });

const proposals = async (stage: Stage, of: Organisation, states: readonly string[]) =>
  stage.db.assignment.findMany({
    where: { participation: { organisation: { name: of.name } }, state: { in: [...states] } },
    select: { id: true, state: true, expert: { select: { slackUserId: true, name: true } } },
  });

/** The organisation has its channel with its card, and its person is in it. */
export const hasRoom = (stage: Stage, of: Organisation): Promise<void> =>
  insist(stage, {
    who: of.person,
    what: `${of.name} has its channel and card`,
    isDone: async () => (await placeOf(stage, of))?.state === 'active',
    tries: async (person) => {
      await stage.sandbox.waitFor(
        () => roomOf(person, of) !== '' && person.texts(roomOf(person, of)).join().includes('Kto jest kim'),
        {
          timeoutMs: stage.watchMs * 4,
          everyMs: 100,
          what: 'the card',
        },
      );
    },
  });

/** Staff propose the expert who suits best, in the organisation's channel. */
export const propose = (stage: Stage, who: string, of: Organisation): Promise<void> =>
  insist(stage, {
    who,
    what: `an expert is proposed for ${of.name}`,
    isDone: async () => (await proposals(stage, of, ['proposed', 'active'])).length > 0,
    tries: async (person) => {
      await open(stage, person, [roomOf(person, of), '/debiuty przydziel'], of.name);
      if (front(person).includes('Czeka na odpowiedź')) return;
      if (!front(person).includes(WAITS)) await press(stage, person, ['Zaproponuj'], WAITS);
      await press(stage, person, [AT_ONCE], 'Wykonano:');
    },
  });

/** The expert who was asked answers in the message. */
export const answer = async (stage: Stage, of: Organisation, accepts: boolean): Promise<void> => {
  const [asked] = await proposals(stage, of, ['proposed']);
  const who = asked?.expert.slackUserId;
  if (!asked || !who) throw new Error(`nobody is asked about ${of.name}`);
  const wanted = accepts ? 'active' : 'declined';
  await insist(stage, {
    who,
    what: `${asked.expert.name} ${accepts ? 'accepts' : 'declines'} ${of.name}`,
    isDone: async () => (await stage.db.assignment.count({ where: { id: asked.id, state: wanted } })) > 0,
    tries: async (person) => {
      if (accepts) return pressInDirect(person, of.name, 'Przyjmuję');
      await pressInDirect(person, of.name, 'Nie mogę');
      await seen(stage, () => front(person).includes('Dlaczego?'), 'the question why');
      await person.fill({ 'Dlaczego?': 'Nie mam teraz czasu' });
      await send(stage, person);
    },
  });
};

/** The Slack id of the expert who leads the organisation. */
export const leaderOf = async (stage: Stage, of: Organisation): Promise<string> => {
  const [leader] = await proposals(stage, of, ['active']);
  if (!leader?.expert.slackUserId) throw new Error(`nobody leads ${of.name}`);
  return leader.expert.slackUserId;
};

/** A private word to the team, from the card. */
export const askForHelp = (stage: Stage, of: Organisation, text: string): Promise<void> =>
  insist(stage, {
    who: of.person,
    what: `${of.name} writes to the team`,
    isDone: async () => (await stage.db.helpRequest.count({ where: { text } })) > 0,
    tries: async (person) => {
      await person.click('Pomoc / napisz do zespołu', { channel: roomOf(person, of) });
      await seen(stage, () => front(person).includes('Napisz, w czym pomóc'), 'the form');
      await person.fill({ 'Napisz, w czym pomóc': text });
      await send(stage, person);
    },
  });

/** Somebody opens the app's own page; nothing has to come of it. */
export const lookHome = async (stage: Stage, who: string): Promise<void> => {
  await stage
    .as(who)
    .openHome()
    .catch(() => undefined);
};

/** "Remind me tomorrow" under the newest reminder, if there is one; pressed once, whatever comes of it. */
export const snooze = async (stage: Stage, who: string, channel: string | null): Promise<void> => {
  const label = stage.luck.happens(0.5) ? 'Przypomnij jutro' : 'Przypomnij za 3 dni';
  await stage
    .as(who)
    .click(label, channel === null ? {} : { channel })
    .catch(() => undefined);
};
