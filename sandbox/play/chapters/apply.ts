import { type ApplicantKey, applicantIn } from '../applicants.ts';
import { CAST, ROMANA } from '../cast.ts';
import { languageOf } from '../player.ts';
import type { Chapter, Player, Scenes, Stage } from '../stage.ts';

/** Fills the open form up to the check before sending. */
const fillForm = async (stage: Stage, person: Player, key: ApplicantKey): Promise<void> => {
  const { answers, words } = applicantIn(key, languageOf(stage, person.id));
  for (const step of answers) {
    await person.fill(step);
    await person.send();
  }
  await person.sees(words.check);
};

const send = async (person: Player): Promise<void> => {
  await person.send();
  await person.sees(person.t('wpłynęło', 'was received'));
};

const begin = (person: Player): Promise<void> => person.slash('#debiuty', person.t('/debiuty zgłoś', '/debiuty apply'));

/** One of the organisations types its application and sends it. */
const applies = ({ stage, step }: Scenes, key: ApplicantKey, before?: (person: Player) => Promise<void>) => {
  const { id, name } = CAST[key];
  const { name: organisation } = applicantIn(key, stage.language);
  return step(id, [`${name} zgłasza: ${organisation}`, `${name} applies: ${organisation}`], async (person) => {
    await begin(person);
    await before?.(person);
    await fillForm(stage, person, key);
    await send(person);
  });
};

/** A wrong check digit is named beside its field, and everything typed stays. */
const typesWrongNip = (stage: Stage) => async (person: Player) => {
  const nip = person.t('NIP', 'NIP (tax number)');
  await person.fill({ ...applicantIn('igor', languageOf(stage, person.id)).answers[0], [nip]: '9990000021' });
  const { action, errors } = await person.submit();
  if (action !== 'errors' || !errors[nip]) throw new Error('a wrong NIP was taken');
  await stage.breath('step');
};

const withdraws = async (person: Player): Promise<void> => {
  const { t } = person;
  await person.slash('#debiuty', t('/debiuty moje', '/debiuty my'));
  await person.click(t('Wycofaj', 'Withdraw'), { channel: '#debiuty' });
  await person.fill({ [t('Powód', 'Reason')]: t('Zmieniliśmy plany', 'Our plans have changed') });
  await person.send();
};

/** Romana of another workspace is named as the second person. */
const namesRomana = (stage: Stage) => async (person: Player) => {
  const { answers } = applicantIn('nina', languageOf(stage, person.id));
  await person.fill(answers[0]);
  await person.send();
  const second = person.t('Druga osoba z organizacji w Slacku', 'Second person of the organisation in Slack');
  await person.fill({ ...answers[1], [second]: ROMANA });
  await person.send();
  await person.fill(answers[2]);
  await person.send();
};

const lateDraft = async ({ stage, step, until }: Scenes): Promise<void> => {
  const { id } = CAST.lidia;
  const late = [
    'Lidia wypełnia formularz tuż przed końcem naboru',
    'Lidia fills in the form just before the end',
  ] as const;
  await until('2023-05-07T23:40');
  // The form stays open over the closing minute.
  await step(id, late, async (person) => {
    await begin(person);
    await fillForm(stage, person, 'lidia');
    await until('2023-05-08T00:00');
    await person.send();
    await person.sees(person.t('Twoje odpowiedzi są zapisane jako szkic', 'your answers are kept as a draft'));
  });
};

/** Eight apply: one withdraws, one comes too late. */
export const apply: Chapter = {
  key: 'apply',
  title: ['Nabór', 'The call'],
  play: async (scenes) => {
    const { stage, step, until } = scenes;
    await until('2023-04-12T10:00');
    await applies(scenes, 'halina');
    await applies(scenes, 'igor', typesWrongNip(stage));
    await until('2023-04-20T11:00');
    await applies(scenes, 'jadwiga');
    await applies(scenes, 'kamil');
    await applies(scenes, 'oliver');
    await until('2023-04-28T12:00');
    await applies(scenes, 'marcin');
    const { id } = CAST.nina;
    const line = ['Nina i Romana zgłaszają: Inicjatywa Wydumany Dziedziniec', 'Nina and Romana apply'] as const;
    await step(id, line, async (person) => {
      await begin(person);
      await namesRomana(stage)(person);
      await send(person);
    });
    await step(CAST.kamil.id, ['Kamil wycofuje zgłoszenie', 'Kamil withdraws the application'], withdraws);
    await lateDraft(scenes);
  },
};
