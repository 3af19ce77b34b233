import { ALICJA, COHORT, COHORT_ROOM } from '../cast.ts';
import { FIELDS } from '../fields.ts';
import type { Chapter, Player } from '../stage.ts';

type Profile = { readonly handle: string; readonly fields: readonly (keyof typeof FIELDS)[] };

const EXPERTS: readonly Profile[] = [
  { handle: 'celina', fields: ['communication', 'diagnosis', 'management'] },
  { handle: 'dariusz', fields: ['finance', 'planning'] },
  { handle: 'edyta', fields: ['finance', 'diagnosis'] },
];

const setUpCohort = async (alicja: Player): Promise<void> => {
  const { t } = alicja;
  await alicja.slash('#debiuty', t('/debiuty edycja nowa', '/debiuty cohort new'));
  await alicja.fill({ [t('Program lub edycja, z której kopiujemy', 'Programme, or cohort to copy')]: COHORT });
  await alicja.send();
  await alicja.send();
  await alicja.sees('Debiuty', COHORT_ROOM);
};

const addExpert = async (alicja: Player, { handle, fields }: Profile): Promise<void> => {
  const { t } = alicja;
  await alicja.slash('#debiuty', t(`/debiuty ekspert dodaj @${handle}`, `/debiuty expert add @${handle}`));
  await alicja.fill({
    [t('W czym pomaga', 'Helps with')]: fields.map((field) => t(...FIELDS[field])),
    [t('Ile organizacji naraz najwyżej', 'At most how many organisations at a time')]: '3',
  });
  await alicja.send();
};

/** A cohort with its channels, its team and its experts. */
export const found: Chapter = {
  key: 'found',
  title: ['Nowa edycja', 'A new cohort'],
  play: async ({ step }) => {
    await step(ALICJA, ['Alicja zakłada edycję: powstają kanały i ogłoszenie', 'Alicja sets up a cohort'], setUpCohort);
    await step(ALICJA, ['Bartek dołącza do zespołu', 'Bartek joins the team'], async (alicja) => {
      await alicja.slash('#debiuty', alicja.t('/debiuty zespół dodaj @bartek', '/debiuty staff add @bartek'));
    });
    for (const profile of EXPERTS) {
      const { handle } = profile;
      await step(ALICJA, [`Alicja dodaje: @${handle}`, `Alicja adds an expert: @${handle}`], (alicja) =>
        addExpert(alicja, profile),
      );
    }
  },
};
