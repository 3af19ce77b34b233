import { APPLICANTS } from '../applicants.ts';
import { CAST, CELINA, DARIUSZ, EDYTA, roomOf, THROUGH } from '../cast.ts';
import { isAbout, offeredIn } from '../looks.ts';
import type { Chapter, Player, Scenes } from '../stage.ts';

type Member = (typeof THROUGH)[number];

const plans = async (person: Player, member: Member): Promise<void> => {
  const { t } = person;
  const room = roomOf(person, member);
  await person.click('Zaplanuj działanie', { channel: room });
  await person.fill({
    [t('Nazwa działania', 'Name of the action')]: t('Spacer i rozmowa o placu', 'A walk and a talk about the square'),
    [t('Dzień', 'Day')]: '2023-07-02',
    [t('Od', 'From')]: '15:00',
    [t('Do', 'To')]: '18:00',
    [t('Miejsce', 'Place')]: t('Plac przed świetlicą', 'The square before the club room'),
  });
  await person.send();
  await person.sees('Zaplanowane działanie', room);
};

/** An expert answers whatever of one sort is asked, organisation by organisation. */
const eachAsked = async (scenes: Scenes, id: string, label: string, does: (name: string) => Promise<void>) => {
  const names = THROUGH.map(({ key }) => APPLICANTS[key].name);
  const asked = names.filter((name) =>
    scenes
      .as(id)
      .dms()
      .some(({ blocks }) => isAbout(blocks, name, label)),
  );
  for (const name of asked) await does(name);
};

const agrees = (scenes: Scenes, id: string): Promise<void> => {
  const { t, name: expert } = scenes.as(id);
  const label = t('Będę', 'I will be there');
  return eachAsked(scenes, id, label, (name) =>
    scenes.step(id, [`${expert} będzie obserwować: ${name}`, `${expert} will observe: ${name}`], (player) =>
      player.pressIn(label, name),
    ),
  );
};

const notes = (scenes: Scenes, id: string): Promise<void> => {
  const { t, name: expert } = scenes.as(id);
  const label = t('Notatki z obserwacji', 'Observation notes');
  const where = t('Gdzie udało się być', 'Where you were');
  return eachAsked(scenes, id, label, (name) =>
    scenes.step(id, [`${expert} zapisuje notatki: ${name}`, `${expert} keeps notes: ${name}`], async (player) => {
      await player.pressIn(label, name);
      await player.fill({
        [t('Notatki', 'Notes')]: t('Dużo rozmów przy mapie, mało ławek.', 'Many talks at the map, few benches.'),
        [where]: offeredIn(player, where),
      });
      await player.send();
    }),
  );
};

/** Whether it took place; the action of Igor's foundation only in part. */
const saysHowItWent = async (person: Player, member: Member): Promise<void> => {
  const { t } = person;
  const room = roomOf(person, member);
  if (member.key !== CAST.igor.key) return person.click('Odbyło się', { channel: room });
  await person.click('Częściowo', { channel: room });
  await person.fill({ [t('Czego zabrakło', 'What was missing')]: t('Deszcz przerwał spacer', 'Rain ended the walk') });
  await person.send();
};

const reports = async (person: Player, member: Member): Promise<void> => {
  const { t } = person;
  await person.click('Napisz sprawozdanie', { channel: roomOf(person, member) });
  await person.fill({
    [t('Ile osób wzięło udział', 'How many people took part')]: '37',
    [t('Co się działo', 'What happened')]: t(
      'Obeszliśmy plac i wybraliśmy miejsce.',
      'We walked round and chose a place.',
    ),
  });
  await person.send();
};

/** Each organisation's own action: planned, observed, held, reported. */
export const action: Chapter = {
  key: 'action',
  title: ['Działania', 'Actions'],
  play: async (scenes) => {
    const { step, until } = scenes;
    await until('2023-06-30T17:30');
    for (const member of THROUGH) {
      const line = [`${member.name} planuje działanie`, `${member.name} plans the action`] as const;
      await step(member.id, line, (person) => plans(person, member));
    }
    for (const id of [CELINA, DARIUSZ, EDYTA]) await agrees(scenes, id);
    await until('2023-07-03T09:05');
    for (const member of THROUGH) {
      const line = [`${member.name} mówi, jak poszło działanie`, `${member.name} says how the action went`] as const;
      await step(member.id, line, (person) => saysHowItWent(person, member));
    }
    for (const member of THROUGH) {
      const line = [`${member.name} pisze sprawozdanie`, `${member.name} writes the report`] as const;
      await step(member.id, line, (person) => reports(person, member));
    }
    for (const id of [CELINA, DARIUSZ, EDYTA]) await notes(scenes, id);
  },
};
