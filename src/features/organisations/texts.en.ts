import { plural } from '../../core/text.ts';
import type { OrganisationTexts } from './texts.pl.ts';

export const en = {
  help: '`/debiuty organisation lipowo` – find an organisation by name, town, NIP, REGON or register number',
  legalForms: {
    foundation: 'foundation',
    association: 'association (KRS)',
    ordinary_association: 'ordinary association',
    kgw: 'rural women’s circle',
    osp: 'volunteer fire brigade',
    other: 'another form',
  },
  registers: {
    krs: 'KRS',
    starosta: 'county register',
    arimr: 'register of rural circles (ARiMR)',
    other: 'another register',
  },
  search: {
    heading: (n: number) => `Found: ${n} ${plural('en', n, { one: 'organisation', other: 'organisations' })}`,
    none: (text: string) => `No organisation matches “${text}”.`,
    what: 'Give at least two characters: part of a name, a town or a number, for example `/debiuty organisation lipowo`.',
    noHistory: 'No application yet.',
    application: (cohort: string, number: string, state: string, day: string) =>
      `${cohort}: application ${number}, ${state} (${day})`,
    noNumber: 'without a number',
    previous: 'Previous',
    next: 'Next',
    more: (n: number) => `and ${n} more`,
  },
  states: {
    draft: 'pulled back',
    awaiting_confirmation: 'awaiting confirmation',
    submitted: 'submitted',
    summoned: 'to be supplemented',
    supplemented: 'supplemented',
    formally_accepted: 'past the formal check',
    formally_rejected: 'formally rejected',
    scoring: 'being scored',
    scored: 'scored',
    admitted: 'admitted',
    reserve: 'on the reserve list',
    refused: 'refused',
    withdrawn: 'withdrawn',
  },
  refusals: {
    not_allowed: 'Only the programme team can do this.',
  },
} satisfies OrganisationTexts;
