import type { Locale } from '../../core/locale.ts';

/** The few words the platform itself says. */
const pl = {
  working: { title: 'Chwileczkę', text: 'Już się tym zajmuję…' },
  close: 'Zamknij',
  surprise: (reference: string) =>
    `Coś poszło nie tak po naszej stronie. Nic nie przepadło: spróbuj jeszcze raz za chwilę. Jeśli to się powtórzy, przekaż zespołowi programu ten numer: ${reference}`,
  unknown: 'Ten przycisk lub formularz nie jest już aktualny. Otwórz go jeszcze raz albo napisz `/debiuty`.',
  malformed: 'Nie udało się odczytać tego kliknięcia. Otwórz formularz lub kartę jeszcze raz i spróbuj ponownie.',
  stranger: 'Debiuty nie znają jeszcze Twojego miejsca pracy w Slacku. Napisz do zespołu programu, który Cię zaprosił.',
  gone: 'Twoje konto w Slacku jest wyłączone, więc nie możemy tego zrobić.',
  attention: 'Popraw, proszę:',
};

const en: typeof pl = {
  working: { title: 'One moment', text: 'Working on it…' },
  close: 'Close',
  surprise: (reference) =>
    `Something went wrong on our side. Nothing is lost: please try again in a moment. If it happens again, give the programme team this number: ${reference}`,
  unknown: 'This button or form is out of date. Open it again or type `/debiuty`.',
  malformed: 'This click could not be read. Open the form or card again and retry.',
  stranger: 'Debiuty does not know your Slack workspace yet. Please write to the programme team that invited you.',
  gone: 'Your Slack account is deactivated, so this cannot be done.',
  attention: 'Please correct:',
};

export const platformTexts = (locale: Locale): typeof pl => (locale === 'en' ? en : pl);
