import { PEOPLE } from '../../sandbox/index.ts';

type Entry = string | readonly string[] | null;

/** What an organisation answers, by the words people see in the Polish form; three steps. */
export type Answers = readonly [
  organisation: Readonly<Record<string, Entry>>,
  people: Readonly<Record<string, Entry>>,
  idea: Readonly<Record<string, Entry>>,
];

export type Applicant = {
  readonly person: string;
  readonly name: string;
  readonly answers: Answers;
  /** What the person reads: the title of the check before sending, and that it was received. */
  readonly words: { readonly check: string; readonly received: string };
};

type Facts = {
  readonly name: string;
  readonly form: string;
  readonly register?: string;
  readonly number: string;
  readonly nip?: string;
  readonly regon?: string;
  readonly town: string;
  readonly voivodeship: string;
  readonly contact: string;
  readonly subject: string;
  readonly needs: readonly string[];
  readonly amount: string;
};

const KRS = 'Krajowy Rejestr Sądowy (KRS)';

function answersOf(facts: Facts): Answers {
  return [
    {
      'Pełna nazwa organizacji': facts.name,
      'Forma prawna': facts.form,
      Rejestr: facts.register ?? KRS,
      'Numer w rejestrze': facts.number,
      NIP: facts.nip ?? null,
      REGON: facts.regon ?? null,
    },
    {
      Miejscowość: facts.town,
      Województwo: facts.voivodeship,
      'W jakim miejscu działacie?': `${facts.town}: około tysiąca osób, dużo ogrodów i jedna świetlica.`,
      'Osoba do kontaktu': facts.contact,
      'E-mail': 'kontakt@przyklad.example',
    },
    {
      'Temat działania w jednym zdaniu': facts.subject,
      'Co i z kim chcecie zrobić?':
        'Zaprosimy mieszkanki i mieszkańców na spacer i trzy rozmowy, potem wspólnie ustalimy, co dalej.',
      'Czy to Wasze pierwsze działanie partycypacyjne?': 'tak, pierwsze',
      'W czym potrzebujecie wsparcia?': facts.needs,
      'O jaką kwotę grantu wnioskujecie?': facts.amount,
      'Czy chcecie pracować z mentorem lub mentorką i brać udział w spotkaniach programu?': 'tak',
    },
  ];
}

const [halina, igor, jadwiga, kamil, lidia, marcin, nina, oliver] = PEOPLE.representatives;
const POLISH = { check: 'Sprawdź zgłoszenie', received: 'wpłynęło' };
const applicant = (person: string, facts: Facts): Applicant => ({
  person,
  name: facts.name,
  answers: answersOf(facts),
  words: POLISH,
});

/** Reads the form in English. */
const imaginaryNeighbours: Applicant = {
  person: oliver,
  name: 'Imaginary Neighbours Association',
  words: { check: 'Check and send', received: 'was received' },
  answers: [
    {
      'Full name of the organisation': 'Imaginary Neighbours Association',
      'Legal form': 'association',
      Register: 'National Court Register (KRS)',
      'Number in the register': '0000999008',
      'NIP (tax number)': '9990000095',
    },
    {
      'Town or village': 'Sąsiadów',
      Voivodeship: 'Lesser Poland',
      'In what place do you work?': 'A village of about a thousand people who like to talk.',
      'Contact person': 'Oliver Sample',
      'E-mail': 'contact@example.org',
    },
    {
      'Subject of the action in one sentence': 'Talking benches',
      'What do you want to do and with whom?': 'Sit down with the neighbours and decide where the benches go.',
      'Is this your first participatory action?': 'yes, the first',
      'What do you need help with?': ['planning a participatory action'],
      'What sum do you apply for?': '5,000.00',
      "Do you want to work with a mentor and take part in the programme's meetings?": 'yes',
    },
  ],
};

/** The eight seeded organisations; all made up, with numbers that pass their checks and belong to nobody. */
export const APPLICANTS = {
  halina: applicant(halina, {
    name: 'Stowarzyszenie Zmyślony Ogród',
    form: 'stowarzyszenie',
    number: '0000999001',
    nip: '999-00-00-014',
    regon: '990000016',
    town: 'Zmyślin',
    voivodeship: 'lubelskie',
    contact: 'Halina Próbna',
    subject: 'Wspólny ogród przy świetlicy',
    needs: ['diagnoza lokalnej sytuacji', 'komunikacja wewnętrzna i zewnętrzna'],
    amount: '6 000',
  }),
  igor: applicant(igor, {
    name: 'Fundacja Papierowy Most',
    form: 'fundacja',
    number: '0000999002',
    nip: 'PL 9990000020',
    regon: '990000022',
    town: 'Papierowo',
    voivodeship: 'mazowieckie',
    contact: 'Igor Wymyślony',
    subject: 'Spacer badawczy po rynku',
    needs: ['planowanie działania partycypacyjnego', 'finanse'],
    amount: '5 400,00',
  }),
  jadwiga: applicant(jadwiga, {
    name: 'Koło Gospodyń z Nibylandii',
    form: 'koło gospodyń wiejskich',
    register: 'rejestr kół gospodyń wiejskich ARiMR',
    number: 'KGW/999/3',
    town: 'Nibylandia',
    voivodeship: 'podlaskie',
    contact: 'Jadwiga Niebyła',
    subject: 'Kawiarenka obywatelska o przystanku',
    needs: ['diagnoza lokalnej sytuacji'],
    amount: '4000',
  }),
  kamil: applicant(kamil, {
    name: 'Klub Sportowy Niewidzialni',
    form: 'stowarzyszenie',
    number: '0000999004',
    nip: '9990000043',
    town: 'Niewidy',
    voivodeship: 'śląskie',
    contact: 'Kamil Pozorny',
    subject: 'Boisko po naszemu',
    needs: ['finanse'],
    amount: '6000',
  }),
  lidia: applicant(lidia, {
    name: 'Stowarzyszenie Szklana Góra',
    form: 'stowarzyszenie',
    number: '0000999005',
    nip: '9990000066',
    town: 'Szklana Góra',
    voivodeship: 'dolnośląskie',
    contact: 'Lidia Bajkowa',
    subject: 'Mapa miejsc, do których chce się wracać',
    needs: ['komunikacja wewnętrzna i zewnętrzna'],
    amount: '6000',
  }),
  marcin: applicant(marcin, {
    name: 'Fundacja Żółty Łubin',
    form: 'fundacja',
    number: '0000999006',
    nip: '9990000072',
    regon: '990000074',
    town: 'Łubinowo',
    voivodeship: 'opolskie',
    contact: 'Marcin Udawany',
    subject: 'Sąsiedzka narada o łące',
    needs: ['zarządzanie organizacją (zespół, wolontariat)'],
    amount: '3 200',
  }),
  nina: applicant(nina, {
    name: 'Inicjatywa Wydumany Dziedziniec',
    form: 'fundacja',
    number: '0000999007',
    nip: '9990000089',
    town: 'Wydumany Dwór',
    voivodeship: 'łódzkie',
    contact: 'Nina Rzekoma',
    subject: 'Dziedziniec dla wszystkich pokoleń',
    needs: ['diagnoza lokalnej sytuacji'],
    amount: '6000',
  }),
  oliver: imaginaryNeighbours,
} as const;
