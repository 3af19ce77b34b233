import { ALICJA, CAST, STAFF_ROOM, THROUGH } from '../cast.ts';
import type { Chapter, Player } from '../stage.ts';
import type { Words } from '../words.ts';

const WISHES: readonly [Words, Words, Words, Words, Words] = [
  ['Dłuższe przerwy', 'Dłuższe przerwy (longer breaks)'],
  ['Więcej ćwiczeń w małych grupach', 'More exercises in small groups'],
  ['Zażółć gęślą jaźń', 'Name tags'],
  ['Mapa dojazdu', 'A map of how to get there'],
  ['Nic, było świetnie', 'Nothing, it was fine'],
];

/** The survey after the meeting, from the direct message. */
const answers = async (person: Player, wish: Words, score: string): Promise<void> => {
  const { t } = person;
  await person.click(t('Odpowiedz', 'Answer'), { channel: 'Debiuty' });
  await person.sees(t('anonimowa', 'anonymous'));
  await person.fill({
    [t('Jak ogólnie oceniasz to spotkanie?', 'How do you rate this meeting as a whole?')]: score,
    [t(
      'Na ile to, o czym była mowa, przyda się w Waszej organizacji?',
      'How useful will it be for your organisation?',
    )]: '4',
    [t('Co następnym razem zrobić inaczej?', 'What should be done differently next time?')]: t(...wish),
  });
  await person.send();
};

/** The results come to the staff channel by themselves when the survey is over. */
const looksAtResults = (alicja: Player): Promise<void> => alicja.sees('Dłuższe przerwy', STAFF_ROOM);

/** Those who were there are asked; the silent one once more; the results open when it is over. */
export const feedback: Chapter = {
  key: 'feedback',
  title: ['Ankiety', 'Feedback'],
  play: async ({ step, until }) => {
    const silent = CAST.oliver;
    await until('2023-07-04T14:00');
    for (const [n, member] of THROUGH.entries()) {
      if (member.key === silent.key) continue;
      const line = [`${member.name} odpowiada na ankietę`, `${member.name} answers the survey`] as const;
      await step(member.id, line, (person) => answers(person, WISHES[n] ?? WISHES[0], n === 0 ? '4' : '3'));
    }
    await until('2023-07-05T10:00');
    await step(silent.id, ['Oliver odpowiada po przypomnieniu', 'Oliver answers after the reminder'], (person) =>
      answers(person, WISHES[4], '4'),
    );
    await until('2023-07-11T10:00');
    await step(ALICJA, ['Alicja widzi wyniki', 'Alicja sees the results'], looksAtResults);
  },
};
