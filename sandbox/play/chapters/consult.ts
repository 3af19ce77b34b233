import { APPLICANTS } from '../applicants.ts';
import { CAST, CELINA, DARIUSZ, EDYTA, ROMANA, roomOf, THROUGH } from '../cast.ts';
import { isAbout, offeredIn } from '../looks.ts';
import type { Chapter, Player, Scenes } from '../stage.ts';

type Member = (typeof THROUGH)[number];

/** Weekly hours and the way of meeting, by the expert. */
const setHours = async (expert: Player): Promise<void> => {
  const { t } = expert;
  await expert.openHome();
  await expert.click(t('Moje godziny konsultacji', 'My consultation hours'), { home: true });
  await expert.click(t('Dodaj godziny', 'Add hours'));
  await expert.fill({
    [t('Dni tygodnia', 'Days of the week')]: [t('wtorek', 'Tuesday'), t('czwartek', 'Thursday')],
    [t('Od', 'From')]: '10:00',
    [t('Do', 'Until')]: '14:00',
  });
  await expert.send();
};

const topic = (person: Player): string => person.t('Spacer badawczy: od czego zacząć', 'A walk: where to begin');

const books = async (person: Player, member: Member): Promise<void> => {
  const { t } = person;
  const room = roomOf(person, member);
  await person.click('Umów konsultację', { channel: room });
  const time = t('Termin', 'Time');
  await person.fill({ [time]: offeredIn(person, time)[0] ?? '?' });
  await person.send();
  await person.fill({ [t('O czym chcecie porozmawiać', 'What you would like to talk about')]: topic(person) });
  await person.send();
  await person.sees('Konsultacja umówiona', room);
};

/** Which organisation's talks are over, and what the expert writes of each. */
const writesCards = async (scenes: Scenes, id: string): Promise<void> => {
  const expert = scenes.as(id);
  const card = expert.t('Karta konsultacji', 'Consultation card');
  const held = THROUGH.filter(({ key }) =>
    expert.dms().some(({ blocks }) => isAbout(blocks, APPLICANTS[key].name, card)),
  );
  for (const { key } of held) {
    const { name } = APPLICANTS[key];
    await scenes.step(
      id,
      [`${expert.name} pisze kartę: ${name}`, `${expert.name} writes the card: ${name}`],
      async () => {
        const { t } = expert;
        await expert.pressIn(card, name);
        await expert.fill({
          [t('Co zostało ustalone', 'What was agreed')]: t(
            'Zaczynamy od mapy miejsc.',
            'We begin with a map of places.',
          ),
          [t('Następne kroki', 'Next steps')]: t(
            'Mapa miejsc | zespół | 20.06.2023',
            'Map of places | the team | 2023-06-20',
          ),
        });
        await expert.send();
      },
    );
  }
};

/** The short survey about the talk, which bears the name. */
const saysHowItWas = async (person: Player): Promise<void> => {
  const { t } = person;
  await person.click(t('Odpowiedz', 'Answer'), { channel: 'Debiuty' });
  await person.fill({
    [t('Na ile ta konsultacja Wam pomogła?', 'How much did this consultation help you?')]: '4',
    [t('Czy po rozmowie wiecie, co robić dalej?', 'Do you know what to do next?')]: t('tak', 'yes'),
  });
  await person.send();
};

/** Hours, a booking of each organisation that answers, the talk itself, its card. */
export const consult: Chapter = {
  key: 'consult',
  title: ['Konsultacje', 'Consultations'],
  play: async (scenes) => {
    const { step, as, until } = scenes;
    await until('2023-05-22T09:00');
    for (const id of [CELINA, DARIUSZ, EDYTA]) {
      const { name } = as(id);
      await step(id, [`${name} podaje godziny konsultacji`, `${name} sets the hours`], setHours);
    }
    for (const member of THROUGH) {
      const line = [`${member.name} umawia konsultację`, `${member.name} books a consultation`] as const;
      await step(member.id, line, (person) => books(person, member));
    }
    await until('2023-06-01T15:00');
    for (const member of THROUGH) {
      // In the shared channel it is the person of the other workspace who answers.
      const who = member.key === 'nina' ? ROMANA : member.id;
      const line = [`${as(who).name}: konsultacja się odbyła`, `${as(who).name}: the consultation took place`] as const;
      await step(who, line, (person) => person.click('Tak, odbyła się', { channel: roomOf(person, member) }));
    }
    for (const id of [CELINA, DARIUSZ, EDYTA]) {
      await writesCards(scenes, id);
    }
    await until('2023-06-02T12:00');
    for (const { id, name } of [CAST.halina, CAST.igor]) {
      const line = [`${name} ocenia konsultację`, `${name} says how it was`] as const;
      await step(id, line, saysHowItWas);
    }
    for (const member of THROUGH) {
      const line = [`${member.name} potwierdza kartę`, `${member.name} confirms the card`] as const;
      await step(member.id, line, (person) => person.click('Potwierdzam', { channel: roomOf(person, member) }));
    }
  },
};
