import { APPLICANTS } from '../applicants.ts';
import { ADMITTED, ALICJA, BARTEK, CAST, COHORT_ROOM, ROMANA, roomOf, STAFF_ROOM } from '../cast.ts';
import type { Chapter, Player, Scenes } from '../stage.ts';

/** Staff go through the list of applications until they have one. */
const openApplication = async (staff: Player, name: string): Promise<void> => {
  const { t } = staff;
  await staff.slash(STAFF_ROOM, t('/debiuty zgłoszenia', '/debiuty applications'));
  await staff.click(t('Otwórz', 'Open'));
  const heads = () => staff.modal()?.all.split('\n')[0] ?? '';
  for (let tries = 0; tries < 12 && !heads().includes(name); tries += 1) await staff.click(t('Następne →', 'Next →'));
  await staff.sees(name);
};

/** Marks every point of the formal check with yes. */
const checkFormally = async (staff: Player): Promise<void> => {
  const { t } = staff;
  await staff.click(t('Ocena formalna', 'Formal check'));
  const note = (n: number) => t(`Uwaga do punktu ${n}`, `Note to item ${n}`);
  const points = staff.modal()?.all.match(/^\d+\. .*/gm) ?? [];
  await staff.fill(Object.fromEntries(points.map((label) => [label, t('tak', 'yes')])));
  const checked = t('Sprawdzone w rejestrze', 'Looked up in the register');
  await staff.fill(Object.fromEntries(points.map((_label, index) => [note(index + 1), checked])));
  await staff.send();
};

const decides = ({ step }: Scenes, who: string, { key }: (typeof ADMITTED)[number]): Promise<void> => {
  const { name } = APPLICANTS[key];
  return step(who, [`Ocena formalna i decyzja: ${name}`, `Formal check and decision: ${name}`], async (staff) => {
    const { t } = staff;
    await openApplication(staff, name);
    await checkFormally(staff);
    await staff.click(t('Podejmij decyzję', 'Decide'));
    await staff.fill({ [t('Decyzja', 'Decision')]: t('przyjąć do programu', 'admit') });
    await staff.send();
  });
};

const release = async (alicja: Player): Promise<void> => {
  const { t } = alicja;
  await alicja.slash(STAFF_ROOM, t('/debiuty zgłoszenia', '/debiuty applications'));
  await alicja.click(t('Ogłoś wyniki…', 'Release results…'));
  await alicja.sees(t('przyjęte: 6 na 30 miejsc', 'admitted: 6 of 30 places'));
  const publish = t('Opublikuj listę przyjętych w kanale edycji', 'Publish the admitted in the cohort’s channel');
  await alicja.fill({ [t('Lista przyjętych', 'List of the admitted')]: [publish] });
  await alicja.send();
  await alicja.click(t('Wykonaj od razu', 'Do it now'));
  await alicja.putAway();
  await alicja.sees('Zmyślony Ogród', COHORT_ROOM);
};

/** Romana cannot be invited before the room is shared with her workspace, which staff do in Slack itself. */
const shareWithRomana = async ({ stage, step }: Scenes): Promise<void> => {
  const line = [
    'Alicja udostępnia kanał miejscu pracy Romany (Slack Connect) i zaprasza ją jeszcze raz',
    'Alicja shares a channel with Romana’s workspace (Slack Connect) and has her invited again',
  ] as const;
  await step(ALICJA, line, async (alicja) => {
    const channel = stage.sandbox.world.channelNamed(roomOf(alicja, CAST.nina));
    const romana = stage.sandbox.world.person(ROMANA);
    if (!channel || !romana) throw new Error('no room to share');
    stage.sandbox.connect.share(channel.id, romana.teamId);
    await alicja.click('Spróbuj ponownie', { channel: STAFF_ROOM });
  });
  const room = ['Romana widzi kartę swojej organizacji', 'Romana sees the card of her organisation'] as const;
  await step(ROMANA, room, (romana) => romana.sees('Kto jest kim', roomOf(romana, CAST.nina)));
};

/** Staff check and decide; the results are told, and whoever is in gets a channel with its card. */
export const admit: Chapter = {
  key: 'admit',
  title: ['Decyzje i wyniki', 'Decisions and results'],
  play: async (scenes) => {
    const { step, until } = scenes;
    await until('2023-05-09T10:00');
    for (const [n, one] of ADMITTED.entries()) await decides(scenes, n % 2 === 0 ? BARTEK : ALICJA, one);
    await until('2023-05-15T12:00');
    await step(ALICJA, ['Alicja ogłasza wyniki', 'Alicja releases the results'], release);
    for (const { id, name, ...one } of ADMITTED) {
      await step(id, [`${name} widzi kartę organizacji`, `${name} sees the card`], async (person) => {
        await person.sees('Kto jest kim', roomOf(person, one));
      });
    }
    await shareWithRomana(scenes);
  },
};
