import { APPLICANTS } from '../applicants.ts';
import { ADMITTED, ALICJA, CELINA, DARIUSZ, EDYTA, roomOf, STAFF_ROOM } from '../cast.ts';
import type { Chapter, Player, Scenes } from '../stage.ts';

const EXPERTS = [CELINA, DARIUSZ, EDYTA];
/** The first expert who is asked about it says no. */
const DECLINED = APPLICANTS.igor.name;

const makePlan = async (alicja: Player): Promise<void> => {
  const { t } = alicja;
  await alicja.slash(STAFF_ROOM, t('/debiuty przydziel plan', '/debiuty assign plan'));
  await alicja.fill({
    [t('Na czym zależy najbardziej?', 'What matters most?')]: t('Najlepsza suma', 'The best total'),
  });
  await alicja.send();
  await alicja.sees(t('6 z 6 organizacji', '6 of 6 organisations'));
  await alicja.click(t('Zatwierdź…', 'Approve…'));
  await alicja.send();
  await alicja.click(t('Wykonaj od razu', 'Do it now'));
};

/** Which organisations an expert is being asked about, as the messages with the button say. */
const askedAbout = (expert: Player): readonly string[] => {
  const accept = expert.t('Przyjmuję', 'I accept');
  const open = expert
    .dms()
    .map(({ blocks }) => JSON.stringify(blocks))
    .filter((blocks) => blocks.includes(`"${accept}"`));
  const names = ADMITTED.map(({ key }) => APPLICANTS[key].name);
  return names.filter((name) => open.some((blocks) => blocks.includes(name)));
};

const accept = (expert: Player, name: string): Promise<void> => expert.pressIn(expert.t('Przyjmuję', 'I accept'), name);

const decline = async (expert: Player, name: string): Promise<void> => {
  const { t } = expert;
  await expert.pressIn(t('Nie mogę', 'I cannot'), name);
  await expert.fill({ [t('Dlaczego?', 'Why?')]: t('Nie mam teraz czasu', 'I have no time now') });
  await expert.send();
};

const says = (scenes: Scenes, id: string, name: string, isNo: boolean): Promise<void> => {
  const expert = scenes.as(id).name;
  const line = isNo
    ? ([`${expert} nie może poprowadzić: ${name}`, `${expert} cannot lead: ${name}`] as const)
    : ([`${expert} przyjmuje: ${name}`, `${expert} accepts: ${name}`] as const);
  return scenes.step(id, line, (player) => (isNo ? decline : accept)(player, name));
};

/** Staff propose the next best in the organisation's channel. */
const proposeAnother = async (alicja: Player): Promise<void> => {
  const { t } = alicja;
  await alicja.slash(roomOf(alicja, { word: 'papierowy' }), t('/debiuty przydziel', '/debiuty assign'));
  await alicja.click(t('Zaproponuj', 'Propose'));
  await alicja.click(t('Wykonaj od razu', 'Do it now'));
};

/** Experts are planned for all at once and asked; one says no, and another takes the organisation. */
export const assign: Chapter = {
  key: 'assign',
  title: ['Eksperci i ekspertki', 'Experts'],
  play: async (scenes) => {
    const { step, as, until } = scenes;
    await until('2023-05-16T10:00');
    await step(ALICJA, ['Alicja układa plan przydziałów i zatwierdza go', 'Alicja plans who leads whom'], makePlan);
    await until('2023-05-17T09:30');
    const asked = EXPERTS.map((id) => ({ id, about: askedAbout(as(id)) }));
    for (const { id, about } of asked) {
      for (const name of about) await says(scenes, id, name, name === DECLINED);
    }
    await step(ALICJA, ['Alicja pyta kogoś innego', 'Alicja asks somebody else'], proposeAnother);
    const isNew = ({ id, about }: (typeof asked)[number]) =>
      !about.includes(DECLINED) && askedAbout(as(id)).includes(DECLINED);
    const next = asked.find(isNew);
    if (!next) throw new Error(`nobody else was asked about ${DECLINED}`);
    await says(scenes, next.id, DECLINED, false);
    for (const one of ADMITTED) await as(one.id).sees('prowadzi', roomOf(as(one.id), one));
  },
};
