import type { Words } from './words.ts';

type Field = 'diagnosis' | 'planning' | 'finance' | 'management' | 'communication';

/** In what organisations need help and experts give it, as the programme's definition names it. */
export const FIELDS: Readonly<Record<Field, Words>> = {
  diagnosis: ['diagnoza lokalnej sytuacji', 'diagnosis of the local situation'],
  planning: ['planowanie działania partycypacyjnego', 'planning a participatory action'],
  finance: ['finanse', 'finance'],
  management: ['zarządzanie organizacją (zespół, wolontariat)', 'managing the organisation (team, volunteers)'],
  communication: ['komunikacja wewnętrzna i zewnętrzna', 'internal and external communication'],
};
