import type { NamingKind, VoucherState } from './rules/index.ts';

export const pl = {
  kinds: {
    named: 'Obszar bonu',
    not_recommended: 'Bon nie jest polecany',
    note: 'Notatka',
  } satisfies Record<NamingKind, string>,
  by: (name: string, day: string) => `${name}, ${day}`,
  formOf: (form: string) => `Proponowana forma: ${form}`,
  none: 'Nikt jeszcze nic nie zapisał.',
  form: {
    title: 'Obszar bonu',
    submit: 'Zapisz',
    of: (organisation: string) => `*${organisation}*`,
    intro: (organisation: string) =>
      `*${organisation}*\nNa co organizacja powinna przeznaczyć bon szkoleniowo-rozwojowy?`,
    early: 'Obszar można wskazać dopiero po wysłaniu opinii po działaniu. Do tego czasu można zachować notatkę.',
    earlier: '*Wcześniejsze zapisy*',
    kind: 'Co zapisać',
    kinds: {
      named: 'Wskazuję obszar',
      not_recommended: 'Nie polecam bonu',
      note: 'Tylko notatka (dla mnie i osoby, która mnie zastąpi)',
    } satisfies Record<NamingKind, string>,
    areas: 'Obszary',
    choose: 'Wybierz',
    reason: 'Uzasadnienie',
    reasonHint: 'Z czego to wynika: z diagnozy, z działania, z samooceny.',
    training: 'Proponowana forma',
    trainingHint: 'Na przykład warsztat dla zarządu albo indywidualne doradztwo.',
    saved: 'Zapisane. Zespół zdecyduje o bonie. Dziękujemy.',
    kept: 'Notatka zapisana.',
  },
  matters: {
    area: (organisation: string) => `Wskaż obszar bonu: ${organisation}`,
    nobody: (organisation: string) => `Nie ma kto wskazać obszaru bonu: ${organisation}`,
    why: 'Opinia po działaniu jest wysłana, więc można wskazać, czego organizacja chce się nauczyć.',
    button: 'Wskaż obszar',
    see: 'Zobacz zapisy',
  },
  own: {
    title: 'Bony szkoleniowo-rozwojowe',
    line: (organisation: string, state: string) => `${organisation}\n${state}`,
    states: {
      not_available: 'Na razie można zachować notatkę.',
      eligible: 'Można wskazać obszar.',
      area_named: 'Obszar wskazany.',
      not_recommended: 'Bon nie jest polecany.',
    } satisfies Record<VoucherState, string>,
    button: 'Obszar i notatki',
    more: (n: number) =>
      `Pozostałe organizacje: ${n}. Bon otwiera też polecenie \`/debiuty bon\` na kanale organizacji.`,
    none: 'Nie prowadzisz teraz organizacji, o której bonie można coś zapisać. Na kanale organizacji to polecenie otwiera jej bon.',
  },
  help: '`/debiuty bon` – obszar bonu organizacji i notatki o nim',
  named: {
    text: (organisation: string) => `Obszar bonu: ${organisation}`,
    body: (organisation: string) =>
      `*Bon szkoleniowo-rozwojowy*\nOrganizacja: ${organisation}. Decyzja należy do zespołu.`,
  },
  card: { label: 'Obszar bonu' },
  brief: (what: string, areas: string, reason: string) => `${what}${areas ? ` (${areas})` : ''}: ${reason}`,
  refusals: {
    not_allowed:
      'Obszar bonu wskazuje osoba, która prowadzi organizację. Jeżeli to pomyłka, prosimy o znak do zespołu.',
    tied: 'Z tą organizacją jest zapisane powiązanie, dlatego obszar musi wskazać ktoś inny.',
    changed_meanwhile: 'Ktoś zapisał coś w międzyczasie. Otwórz formularz jeszcze raz.',
    unknown_area: 'Program nie ma takiego obszaru.',
    no_voucher: 'Ten program nie ma bonów.',
    place_closed: 'Udział tej organizacji jest już zakończony.',
    no_opinion: 'Obszar można wskazać dopiero po wysłaniu opinii po działaniu.',
    by_decision: 'Działanie się nie odbyło, więc o bonie decyduje zespół.',
  },
  errors: {
    long: 'Za długie.',
    choose_kind: 'Wybierz, co zapisać.',
    areas_missing: 'Wybierz przynajmniej jeden obszar.',
    areas_too_many: 'Nie wybieraj obszarów, jeżeli bon nie jest polecany.',
    reason_missing: 'Napisz uzasadnienie.',
  } as Readonly<Record<string, string>>,
};
export type VouchersTexts = typeof pl;
