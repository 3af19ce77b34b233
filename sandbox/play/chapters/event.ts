import { type ADMITTED, ALICJA, CAST, COHORT_ROOM, roomOf, STAFF_ROOM } from '../cast.ts';
import type { Chapter, Player, Scenes } from '../stage.ts';

type Member = (typeof ADMITTED)[number];

const setUp = async (alicja: Player): Promise<void> => {
  const { t } = alicja;
  await alicja.slash(STAFF_ROOM, t('/debiuty wydarzenie', '/debiuty event'));
  await alicja.click(t('Nowe wydarzenie', 'New event'));
  await alicja.fill({
    [t('Nazwa', 'Title')]: t('Pierwsze spotkanie sieciujące', 'First networking meeting'),
    [t('Rodzaj', 'Kind')]: t('spotkanie sieciujące', 'networking meeting'),
    [t('Gdzie się spotykamy', 'Where we meet')]: t('na miejscu', 'on site'),
    [t('Pierwszy dzień', 'First day')]: '2023-06-30',
    [t('Początek', 'Begins')]: '10:00',
    [t('Koniec', 'Ends')]: '16:00',
    [t('Miejsce', 'Place')]: t('Zmyślin, świetlica', 'Zmyślin, the club room'),
    [t('Zapisy do dnia', 'Sign up until the day')]: '2023-06-28',
    [t('Zapisy do godziny', 'Sign up until the time')]: '18:00',
    [t('Ile jest miejsc', 'How many seats there are')]: '5',
  });
  await alicja.send();
  await alicja.click(t('Ogłoś', 'Announce'));
  await alicja.send();
  await alicja.sees('Wolne miejsca: 5 z 5', COHORT_ROOM);
};

const signsUp = async (person: Player, member: Member, names: readonly string[], sees: string): Promise<void> => {
  const { t } = person;
  const room = roomOf(person, member);
  await person.click('Wybierzcie, kto się zapisuje', { channel: room });
  await person.fill({ [t('Kto weźmie udział', 'Who takes part')]: names });
  await person.send();
  await person.sees(sees, room);
};

/** Five seats for six people: the last waits. */
const signUps = async ({ step }: Scenes): Promise<void> => {
  const going = [
    [CAST.halina, [CAST.halina.name]],
    [CAST.igor, [CAST.igor.name]],
    [CAST.nina, [CAST.nina.name, 'Romana Zagraniczna']],
    [CAST.oliver, [CAST.oliver.name]],
  ] as const;
  for (const [member, names] of going) {
    const line = [`Zapisują się: ${names.join(', ')}`, `Signing up: ${names.join(', ')}`] as const;
    await step(member.id, line, (person) => signsUp(person, member, names, 'Zapisane osoby:'));
  }
  const { marcin } = CAST;
  await step(marcin.id, ['Marcin trafia do kolejki', 'Marcin waits in the queue'], (person) =>
    signsUp(person, marcin, [marcin.name], 'W kolejce:'),
  );
};

/** Romana cannot come after all; her seat goes to whoever waits. */
const seatChangesHands = async ({ step }: Scenes): Promise<void> => {
  const { nina, marcin } = CAST;
  await step(nina.id, ['Romana jednak nie przyjedzie', 'Romana cannot come after all'], async (person) => {
    const { t } = person;
    await person.click('Zmieńcie listę', { channel: roomOf(person, nina) });
    await person.fill({ [t('Kto weźmie udział', 'Who takes part')]: [nina.name] });
    await person.send();
  });
  await step(marcin.id, ['Marcin dostaje zwolnione miejsce', 'Marcin takes the freed seat'], async (person) => {
    const room = roomOf(person, marcin);
    await person.sees('Zwolniło się miejsce', room);
    await person.click('Zajmuję to miejsce', { channel: room });
    await person.sees('Miejsce zajęte: Marcin Udawany', room);
  });
};

const openPage = async (alicja: Player): Promise<void> => {
  await alicja.slash(STAFF_ROOM, alicja.t('/debiuty wydarzenie', '/debiuty event'));
  await alicja.click(alicja.t('Otwórz', 'Open'));
};

/** The code that staff show in the room. */
const showCode = async (alicja: Player): Promise<string> => {
  await openPage(alicja);
  await alicja.click(alicja.t('Kod w sali', 'Code for the room'));
  const [, code = ''] = /`([A-Z0-9]{5})`/.exec(alicja.modal()?.all ?? '') ?? [];
  return code;
};

const comes = async (person: Player, member: Member, code: string): Promise<void> => {
  await person.click('Jestem, mam kod', { channel: roomOf(person, member) });
  await person.fill({ [person.t('Kod', 'Code')]: code });
  await person.send();
};

/** A meeting with a wait-list: announced, signed up for, attended. */
export const event: Chapter = {
  key: 'event',
  title: ['Spotkanie', 'The meeting'],
  play: async (scenes) => {
    const { step, until } = scenes;
    await until('2023-06-12T10:00');
    await step(ALICJA, ['Alicja ogłasza spotkanie dla pięciu osób', 'Alicja announces a meeting of five seats'], setUp);
    await until('2023-06-13T11:00');
    await signUps(scenes);
    await until('2023-06-20T12:00');
    await seatChangesHands(scenes);
    await until('2023-06-30T10:05');
    let code = '';
    await step(ALICJA, ['Alicja pokazuje kod w sali', 'Alicja shows the code in the room'], async (alicja) => {
      code = await showCode(alicja);
    });
    for (const member of [CAST.halina, CAST.igor, CAST.marcin, CAST.nina, CAST.oliver]) {
      const line = [`${member.name} potwierdza obecność kodem`, `${member.name} checks in by the code`] as const;
      await step(member.id, line, (person) => comes(person, member, code));
    }
    await until('2023-06-30T16:30');
    await step(ALICJA, ['Alicja zamyka listę obecności', 'Alicja closes the list of attendance'], async (alicja) => {
      await openPage(alicja);
      await alicja.click(alicja.t('Zakończ', 'Close'));
      await alicja.sees(alicja.t('Obecne osoby: 5', 'Present: 5'));
    });
  },
};
