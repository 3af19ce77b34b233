import { APPLICANTS } from '../applicants.ts';
import { ALICJA, CAST, CELINA, DARIUSZ, EDYTA, roomOf, STAFF_ROOM, THROUGH } from '../cast.ts';
import type { Chapter, Player, Scenes } from '../stage.ts';

type Member = (typeof THROUGH)[number];

const smooth = ({ t }: Player): string => t('Co poszło gładko', 'What went smoothly');
const care = ({ t }: Player): string => t('Co wymaga więcej uwagi następnym razem', 'What needs more care next time');

const writes = async (expert: Player, member: Member): Promise<void> => {
  const { t } = expert;
  await expert.click('Opinia po działaniu', { channel: roomOf(expert, member) });
  await expert.fill({
    [smooth(expert)]: t('Wiele rozmów na placu i dobra mapa.', 'Many talks on the square and a good map.'),
    [care(expert)]: t('Zaproszenia wysłać wcześniej.', 'Send the invitations earlier.'),
    [t('Pierwsza rekomendacja', 'First recommendation')]: t(
      'Plakaty dwa tygodnie wcześniej',
      'Posters two weeks ahead',
    ),
    [t('Na czym opiera się opinia', 'What the opinion rests on')]: t(
      'Na obserwacji działania',
      'The action was observed',
    ),
  });
  await expert.send();
};

/** Whom an expert writes about: the organisations whose channels they are in. */
const ledBy = (expert: Player): readonly Member[] =>
  THROUGH.filter(({ word }) => expert.channels().some((one) => one.includes(word)));

/** The opinion on Halina's action comes back once. */
const returns = async (alicja: Player): Promise<void> => {
  const { t } = alicja;
  await alicja.pressIn('Przejrzyj', APPLICANTS.halina.name, STAFF_ROOM);
  await alicja.click(t('Zwróć z uwagami', 'Return with remarks'));
  const remark = t('Prosimy o przykład rozmowy.', 'Please add an example of a talk.');
  await alicja.fill({ [t('Co poprawić albo uzupełnić', 'What to correct or add')]: remark });
  await alicja.send();
};

const corrects = async (expert: Player): Promise<void> => {
  const { t } = expert;
  await expert.pressIn(t('Popraw opinię', 'Correct the opinion'), APPLICANTS.halina.name);
  const text = t('Wiele rozmów na placu, na przykład o ławkach.', 'Many talks on the square, on benches for example.');
  await expert.fill({ [smooth(expert)]: text });
  await expert.send();
};

const releases = async (alicja: Player, name: string): Promise<void> => {
  const { t } = alicja;
  await alicja.pressIn('Przejrzyj', name, STAFF_ROOM);
  await alicja.click(t('Opublikuj', 'Publish'));
  await alicja.click(t('Wykonaj od razu', 'Do it now'));
};

const reads = async (person: Player, member: Member): Promise<void> => {
  const room = roomOf(person, member);
  await person.sees('Rekomendacje', room);
  await person.click('Przeczytane', { channel: room });
};

const evaluates = async (person: Player): Promise<void> => {
  const { t } = person;
  await person.click('Samoocena', { channel: roomOf(person, CAST.halina) });
  await person.fill({
    [smooth(person)]: t('Przyszło więcej osób, niż myśleliśmy.', 'More people came than we had thought.'),
    [care(person)]: t('Za mało ławek.', 'Too few benches.'),
  });
  await person.send();
};

/** Experts write what went smoothly and what needs more care; staff look it over; the organisations read it. */
export const opinion: Chapter = {
  key: 'opinion',
  title: ['Opinie ekspertów i ekspertek', 'Experts’ opinions'],
  play: async (scenes: Scenes) => {
    const { step, as, until } = scenes;
    await until('2023-07-03T14:00');
    for (const id of [CELINA, DARIUSZ, EDYTA]) {
      for (const member of ledBy(as(id))) {
        const { name } = APPLICANTS[member.key];
        const line = [`${as(id).name} pisze opinię: ${name}`, `${as(id).name} writes: ${name}`] as const;
        await step(id, line, (expert) => writes(expert, member));
      }
    }
    await step(ALICJA, ['Alicja zwraca jedną opinię z uwagami', 'Alicja returns one with remarks'], returns);
    const writer = [CELINA, DARIUSZ, EDYTA].find((id) => ledBy(as(id)).some(({ key }) => key === 'halina')) ?? CELINA;
    await step(writer, [`${as(writer).name} poprawia opinię`, `${as(writer).name} corrects it`], corrects);
    await until('2023-07-04T10:00');
    for (const { key } of THROUGH) {
      const { name } = APPLICANTS[key];
      await step(ALICJA, [`Alicja publikuje opinię: ${name}`, `Alicja publishes: ${name}`], (alicja) =>
        releases(alicja, name),
      );
    }
    for (const member of THROUGH) {
      const line = [`${member.name} czyta opinię`, `${member.name} reads the opinion`] as const;
      await step(member.id, line, (person) => reads(person, member));
    }
    await step(CAST.halina.id, ['Halina wysyła samoocenę', 'Halina sends the self-evaluation'], evaluates);
  },
};
