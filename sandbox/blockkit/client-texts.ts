/** What Slack's client says beside a field it will not send, in the reader's language. */
export type ClientTexts = {
  readonly required: string;
  readonly number: string;
  readonly email: string;
  readonly url: string;
  readonly atLeast: (value: string) => string;
  readonly atMost: (value: string) => string;
  readonly shortest: (characters: number) => string;
  readonly longest: (characters: number) => string;
  readonly mostItems: (items: number) => string;
  readonly fileTypes: (ends: string) => string;
};

const polish: ClientTexts = {
  required: 'Wypełnij to wymagane pole.',
  number: 'Wpisz poprawną liczbę.',
  email: 'Wpisz poprawny adres e-mail.',
  url: 'Wpisz poprawny adres strony.',
  atLeast: (value) => `Najmniejsza wartość to ${value}.`,
  atMost: (value) => `Największa wartość to ${value}.`,
  shortest: (characters) => `Najmniejsza liczba znaków to ${characters}.`,
  longest: (characters) => `Największa liczba znaków to ${characters}.`,
  mostItems: (items) => `Największa liczba pozycji to ${items}.`,
  fileTypes: (ends) => `Dozwolone są pliki: ${ends}.`,
};

const english: ClientTexts = {
  required: 'Please complete this required field.',
  number: 'Please enter a valid number.',
  email: 'Please enter a valid email address.',
  url: 'Please enter a valid URL.',
  atLeast: (value) => `Must be at least ${value}.`,
  atMost: (value) => `Must be at most ${value}.`,
  shortest: (characters) => `Must be at least ${characters} characters.`,
  longest: (characters) => `Must be at most ${characters} characters.`,
  mostItems: (items) => `Select at most ${items} items.`,
  fileTypes: (ends) => `Allowed file types: ${ends}.`,
};

/** Texts for a locale such as `pl-PL`; English for every other and for people whose locale is not known. */
export const clientTexts = (locale: string | null): ClientTexts => (locale?.startsWith('pl') ? polish : english);
