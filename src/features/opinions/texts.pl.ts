import { plural } from '../../core/text.ts';
import type { Evidence, Rating } from './rules/index.ts';

const opinions = (n: number) => `${n} ${plural('pl', n, { one: 'opinia', few: 'opinie', many: 'opinii' })}`;

export const pl = {
  content: {
    smooth: '*Co poszło gładko*',
    care: '*Co wymaga więcej uwagi następnym razem*',
    ratings: '*Zasady konsultacji* (od 1 do 5)',
    rating: (principle: string, n: number) => `• ${principle}: ${n}`,
    recommendations: '*Rekomendacje*',
    evidences: {
      observed: 'na podstawie obserwacji działania',
      documents: 'na podstawie dokumentów i rozmów',
    } satisfies Record<Evidence, string>,
    byAnother: 'na podstawie dokumentów, przez osobę, która nie prowadziła organizacji w czasie działania',
    by: (name: string, evidence: string, day: string) => `Opinia: ${name}, ${evidence}. Opublikowana ${day}`,
  },
  form: {
    title: 'Opinia po działaniu',
    submit: 'Zapisz',
    intro: (organisation: string, action: string, due: string) =>
      `*${organisation}*\nDziałanie: ${action}\nTermin: ${due}`,
    preparation: 'Działanie zostało odwołane, dlatego opinia dotyczy tylko przygotowań.',
    remarks: '*Uwagi zespołu*',
    notes: '*Twoje notatki z obserwacji* (widzisz je tylko Ty)',
    rates: {
      ...{ 1: '1 – dużo do zrobienia', 2: '2', 3: '3 – w porządku', 4: '4', 5: '5 – bardzo dobrze' },
    } satisfies Record<Rating, string>,
    needed: 'Potrzebne do wysłania; szkic można zachować i bez tego.',
    ratings: '*Zasady konsultacji*: można ocenić wszystkie, niektóre albo żadnej.',
    evidence: 'Na czym opiera się opinia',
    evidences: { observed: 'Na obserwacji działania', documents: 'Na dokumentach i rozmowach' },
    documentsOnly:
      'Opinia będzie oznaczona jako napisana na podstawie dokumentów: lista obecności nie mówi, że byłaś lub byłeś na działaniu.',
    recommendations: '*Rekomendacje*: od jednej do trzech. Po publikacji organizacja zobaczy je jako zadania.',
    lines: ['Pierwsza rekomendacja', 'Druga rekomendacja', 'Trzecia rekomendacja'],
    reason: 'Dlaczego opinia się zmienia',
    reasonHint: 'Organizacja zobaczy ten powód obok nowej wersji. Poprzednia wersja zostaje w historii.',
    send: 'Co zrobić z opinią',
    now: 'Wyślij do zespołu',
    later: 'Zachowaj szkic na później',
    sent: 'Opinia wysłana do zespołu. Organizacja zobaczy ją dopiero po publikacji. Dziękujemy.',
    kept: 'Szkic zapisany. Widzisz go tylko Ty; wróć do niego tym samym przyciskiem.',
  },
  page: {
    title: 'Opinia po działaniu',
    heading: (organisation: string, action: string, state: string) =>
      `*${organisation}*\nDziałanie: ${action}\n${state}`,
    writer: (name: string) => `Pisze: ${name}`,
    nobody: 'na razie nikt',
    remarks: '*Ostatnie uwagi zespołu*',
    sent: (name: string, evidence: string, day: string) => `*Do przejrzenia*\n${name}, ${evidence}, wysłana ${day}`,
    late: 'Wysłana po terminie.',
    release: 'Opublikuj',
    return: 'Zwróć z uwagami',
    name: 'Wskaż inną osobę',
    write: 'Napisz opinię',
    amend: 'Napisz nową wersję',
    versions: 'Wszystkie wersje',
    tasks: '*Zadania z rekomendacji*',
    task: (text: string, isDone: boolean) => (isDone ? `• ~${text}~ (zrobione)` : `• ${text}`),
  },
  states: {
    due: (due: string) => `Do napisania. Termin: ${due}`,
    coming: (due: string) => `Opinia powstaje. Termin: ${due}`,
    sent: 'Zespół przegląda opinię.',
    sentAgain: 'Zespół przegląda nową wersję; obowiązuje poprzednia.',
    returned: 'Zwrócona z uwagami, czeka na poprawki.',
    released: 'Opublikowana.',
  },
  released: {
    text: (organisation: string) => `Opinia po działaniu: ${organisation}`,
    head: (number: number) => (number > 1 ? `Opinia po działaniu (wersja ${number})` : 'Opinia po działaniu'),
    preparation: 'Działanie zostało odwołane; opinia dotyczy przygotowań.',
    reason: '*Dlaczego jest nowa wersja*',
    reaction: (isQuestion: boolean, name: string) => (isQuestion ? `*Pytanie* – ${name}` : `*Komentarz* – ${name}`),
    replaced: (number: number) =>
      `Jest nowsza wersja tej opinii: ${number}. Plik w wątku to zawsze wersja obowiązująca.`,
    read: (name: string) => `Przeczytana: potwierdza ${name}.`,
    confirm: 'Przeczytane',
    react: 'Skomentuj lub zapytaj',
    open: 'Opinia i samoocena',
  },
  back: {
    title: 'Zwróć z uwagami',
    submit: 'Zwróć',
    intro: 'Uwagi zobaczy osoba, która napisała opinię. Organizacja nie dowie się o nich.',
    label: 'Co poprawić albo uzupełnić',
    done: 'Opinia zwrócona z uwagami. Osoba, która ją napisała, dostała wiadomość.',
  },
  release: {
    waits: 'Publikacja tej opinii już czeka.',
    done: 'Opinia opublikowana.',
    already: 'Ta opinia jest już opublikowana.',
  },
  acts: {
    release: (organisation: string, number: number) =>
      number > 1
        ? `publikacja opinii po działaniu (wersja ${number}): *${organisation}*`
        : `publikacja opinii po działaniu: *${organisation}*`,
    effect: 'Opinia trafi na kanał organizacji razem z plikiem PDF, a rekomendacje staną się zadaniami.',
    draft: (organisation: string) =>
      `Opublikowana przed chwilą opinia po działaniu (${organisation}) wymaga sprostowania. Wkrótce dostaniecie nową wersję. Przepraszamy.`,
  },
  react: {
    title: 'Komentarz lub pytanie',
    submit: 'Wyślij',
    intro: 'Można to zrobić raz. Wiadomość trafi do autora lub autorki opinii i do zespołu, i zostanie przy opinii.',
    kind: 'Co chcecie wysłać',
    kinds: { comment: 'Komentarz', question: 'Pytanie' },
    label: 'Treść',
    sent: 'Wysłane. Dziękujemy.',
  },
  self: {
    title: 'Samoocena',
    button: 'Samoocena',
    heading: '*Samoocena organizacji*',
    plans: '*Co organizacja chce zrobić inaczej*',
    intro: (action: string) =>
      `Działanie: ${action}\nTe same pytania, na które odpowiada ekspert lub ekspertka. Samoocenę wysyła się raz; zobaczą ją zespół i ekspert lub ekspertka.`,
    plansAsked: '*Co zrobicie następnym razem inaczej?* Można zostawić puste.',
    lines: ['Po pierwsze', 'Po drugie', 'Po trzecie'],
    send: 'Co zrobić z samooceną',
    now: 'Wyślij (nie da się potem zmienić)',
    later: 'Zachowaj szkic na później',
    sent: 'Samoocena wysłana. Dziękujemy.',
    kept: 'Szkic zapisany. Widzą go tylko osoby z Waszej organizacji; wróćcie do niego tym samym przyciskiem.',
    text: (organisation: string) => `Samoocena organizacji: ${organisation}`,
    told: (organisation: string) => `*${organisation}* wysłała samoocenę po działaniu.`,
  },
  name: {
    title: 'Kto napisze opinię',
    submit: 'Wskaż',
    intro: 'Wskazana osoba dostanie wiadomość i napisze opinię na podstawie dokumentów, jeżeli nie była na działaniu.',
    expert: 'Ekspert lub ekspertka',
    placeholder: 'Zacznij pisać imię lub nazwisko',
    reason: 'Powód',
    done: 'Zapisane. Wskazana osoba dostała wiadomość.',
  },
  sent: {
    text: (organisation: string) => `Opinia do przejrzenia: ${organisation}`,
    body: (name: string, organisation: string) =>
      `*Opinia po działaniu czeka na przejrzenie*\nOrganizacja: ${organisation}. Pisze: ${name}`,
    again: (name: string, organisation: string) =>
      `*Nowa wersja opinii czeka na przejrzenie*\nOrganizacja: ${organisation}. Pisze: ${name}`,
    late: 'Wysłana po terminie.',
    over: 'Nic już nie czeka na przejrzenie.',
    look: 'Przejrzyj',
    open: 'Zobacz',
  },
  returned: {
    text: 'Opinia wróciła z uwagami',
    body: (organisation: string) => `*Opinia wróciła z uwagami zespołu*\nOrganizacja: ${organisation}`,
    button: 'Popraw opinię',
    over: 'Te uwagi nie czekają już na poprawki.',
  },
  published: {
    text: 'Opinia została opublikowana',
    body: (organisation: string, number: number) =>
      number > 1
        ? `*Nowa wersja opinii została opublikowana*\nOrganizacja: ${organisation}. Dziękujemy.`
        : `*Opinia została opublikowana*\nOrganizacja: ${organisation}. Dziękujemy za pracę.`,
    button: 'Zobacz opinię',
  },
  reaction: {
    text: (organisation: string) => `Organizacja odpowiada na opinię: ${organisation}`,
    body: (isQuestion: boolean, organisation: string, name: string) =>
      isQuestion
        ? `*Pytanie do opinii*\nOrganizacja: ${organisation}. Pyta: ${name}`
        : `*Komentarz do opinii*\nOrganizacja: ${organisation}. Pisze: ${name}`,
    answer: 'Odpowiedzieć można na kanale organizacji, w wątku opinii.',
    note: 'Komentarz jest zapisany przy opinii.',
  },
  offer: {
    text: 'Czy napiszesz opinię po działaniu?',
    body: (organisation: string, action: string, due: string) =>
      `*Czy napiszesz opinię po działaniu?*\nOrganizacja ${organisation} ma teraz inną osobę prowadzącą, ale to Ty prowadziłaś lub prowadziłeś ją w czasie działania „${action}”. Jeżeli możesz, napisz opinię; jeżeli nie, zrobi to następna osoba na podstawie dokumentów. Termin: ${due}`,
    take: 'Tak, napiszę',
    taken: 'Opinia czeka na Ciebie. Dziękujemy!',
    write: 'Napisz opinię',
    over: 'Ta sprawa jest już zamknięta.',
    done: 'Dziękujemy! Opinia czeka na Ciebie na stronie bota i pod tym przyciskiem.',
  },
  named: {
    text: 'Prośba o opinię po działaniu',
    body: (organisation: string, action: string, due: string) =>
      `*Prosimy o napisanie opinii po działaniu*\nOrganizacja: ${organisation}. Działanie: ${action}. Termin: ${due}`,
    again: (organisation: string, action: string) =>
      `*Opinia po działaniu jest teraz u Ciebie*\nOrganizacja: ${organisation}. Działanie: ${action}. Opinia jest opublikowana; jeżeli trzeba będzie ją zmienić, prosimy o napisanie nowej wersji.`,
    button: 'Napisz opinię',
    buttonAgain: 'Zobacz opinię',
    over: 'Ta opinia nie czeka już na Ciebie.',
  },
  relieved: {
    text: 'Opinię po działaniu napisze ktoś inny',
    body: (organisation: string) =>
      `*Opinię po działaniu napisze ktoś inny*\nOrganizacja: ${organisation}. Zespół poprosił o nią inną osobę, więc ta opinia nie czeka już na Ciebie. Dziękujemy.`,
  },
  matters: {
    write: (organisation: string) => `Napisz opinię po działaniu: ${organisation}`,
    writePreparation: (organisation: string) => `Napisz opinię o przygotowaniach do działania: ${organisation}`,
    correct: (organisation: string) => `Popraw opinię po działaniu: ${organisation}`,
    writeWhy: 'Organizacja dowie się z niej, co poszło gładko i co wymaga więcej uwagi.',
    writeButton: 'Napisz opinię',
    name: (organisation: string) => `Wskażcie, kto napisze opinię po działaniu: ${organisation}`,
    nameWhy: 'Nikt nie prowadzi tej organizacji albo prowadząca osoba jest z nią powiązana.',
    look: (organisation: string) => `Przejrzyjcie opinię po działaniu: ${organisation}`,
    lookWhy: 'Organizacja zobaczy ją dopiero po publikacji.',
    open: 'Otwórz',
    many: (n: number) =>
      `${opinions(n)} po działaniu ${plural('pl', n, { one: 'czeka', few: 'czekają', many: 'czeka' })} na zespół`,
    read: 'Przeczytajcie opinię po działaniu',
    readWhy: 'Wystarczy jedno kliknięcie, gdy będzie przeczytana.',
    self: 'Wypełnijcie samoocenę po działaniu',
    selfWhy: 'To te same pytania, na które odpowiada ekspert lub ekspertka.',
    task: (text: string) => `Rekomendacja: ${text}`,
    taskWhy: 'Z opinii po działaniu.',
    taskDone: 'Zrobione',
  },
  card: { label: 'Opinia po działaniu', button: 'Opinia po działaniu' },
  list: {
    title: 'Opinie po działaniu',
    none: 'Nie ma jeszcze opinii. Pojawiają się, gdy organizacja powie, jak poszło działanie.',
    count: (n: number) => `Razem: ${opinions(n)}`,
    line: (organisation: string, state: string, writer: string | null) =>
      [`*${organisation}*`, state, ...(writer ? [`Pisze: ${writer}`] : [])].join('\n'),
    open: 'Otwórz',
    previous: 'Poprzednie',
    next: 'Następne',
    home: (n: number) => `*Opinie po działaniu*\n${opinions(n)}`,
    button: 'Pokaż',
  },
  brief: {
    opinion: (day: string) => `Opinia po działaniu opublikowana: ${day}`,
    recommendation: (text: string, isDone: boolean) => `Rekomendacja${isDone ? ' (zrobiona)' : ''}: ${text}`,
  },
  done: { read: 'Zapisane. Dziękujemy za przeczytanie.', task: 'Zapisane jako zrobione. Brawo!' },
  refusals: {
    not_allowed: 'Tego nie można tu zrobić. Jeżeli to pomyłka, prosimy o znak do zespołu.',
    tied: 'Z tą organizacją jest zapisane powiązanie, dlatego opinię musi prowadzić ktoś inny. Zespół wskaże osobę.',
    writer_tied:
      'Osoba, która napisała tę opinię, jest powiązana z organizacją, dlatego opinii nie można opublikować. Zwróćcie ją z uwagami i wskażcie inną osobę.',
    own: 'Swojej opinii nie można przejrzeć samodzielnie. Potrzebna jest druga osoba z zespołu.',
    changed_meanwhile: 'Opinia zmieniła się w międzyczasie. Otwórz ją jeszcze raz.',
    changed_kept:
      'Opinia zmieniła się w międzyczasie, więc nie została wysłana. Twoje słowa są w szkicu: otwórz go jeszcze raz.',
    not_observed: 'Lista obecności nie mówi, że byłaś lub byłeś na działaniu. Wybierz: na dokumentach i rozmowach.',
    reason_missing: 'Napisz, dlaczego opinia się zmienia.',
    not_yours: 'To robi organizacja, której dotyczy opinia.',
    not_released: 'Opinia nie jest jeszcze opublikowana.',
    not_newest: 'Jest już nowsza wersja tej opinii, prosimy spojrzeć na nią.',
    already_read: 'Przeczytanie jest już potwierdzone. Dziękujemy.',
    already_reacted: 'Komentarz lub pytanie już wysłano; można to zrobić raz. Rozmowa może trwać na kanale.',
    already_done: 'To zadanie jest już zamknięte.',
    not_due: 'Działanie jeszcze się nie skończyło.',
    self_sent: 'Samoocena jest już wysłana; wysyła się ją raz.',
    self_changed: 'Ktoś inny z Waszej organizacji zmienił szkic w międzyczasie. Otwórzcie go jeszcze raz.',
    expert_tied: 'Ta osoba jest powiązana z organizacją. Wybierzcie kogoś innego.',
    not_an_expert: 'Ta osoba nie jest ekspertem ani ekspertką tej edycji.',
    writes_already: 'Ta osoba już pisze tę opinię.',
    nothing: 'Nie ma tu jeszcze opinii po działaniu.',
    coming: 'Opinia jeszcze powstaje. Damy znać na tym kanale, gdy będzie opublikowana.',
  },
  errors: {
    long: 'Za długie.',
    smooth_missing: 'Napisz, co poszło gładko.',
    care_missing: 'Napisz, co wymaga więcej uwagi.',
    recommendation_missing: 'Potrzebna jest przynajmniej jedna rekomendacja.',
    choose_send: 'Wybierz, co zrobić.',
    remarks_missing: 'Napisz, co poprawić.',
    choose_kind: 'Wybierz: komentarz czy pytanie.',
    text_missing: 'Napisz treść.',
    choose_expert: 'Wybierz osobę.',
    reason_missing: 'Napisz powód.',
  } as Readonly<Record<string, string>>,
  help: 'opinia – opinia ekspercka po działaniu i samoocena',
};
export type OpinionsTexts = typeof pl;
