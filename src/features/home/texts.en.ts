import type { HomeTexts } from './texts.pl.ts';

export const en = {
  help: {
    help: '`/debiuty help` – this list',
    hello: (name: string) => `Hello, ${name}!`,
    staff: 'You are in the programme team. This is what you can do:',
    expert: 'You are an expert of the programme. This is what you can do:',
    representative:
      'You represent an organisation in the programme. The easiest way to act are the buttons on the card pinned in your organisation’s channel. You can also:',
    newcomer: 'We help organisations make their first steps in participation. This is what you can do:',
    unknown: (word: string) => `I do not know the command “${word}”.`,
  },
  home: {
    welcome: (name: string) => `Hello, ${name}!`,
    intro: 'This is what waits for you in the programmes. You can always type `/debiuty help` as well.',
    empty:
      'Nothing waits for you here yet. While a call is open, you can apply with the button in the announcement of the cohort’s channel or with `/debiuty apply`.',
    broken: 'One part could not be shown just now. Please open this page again in a moment.',
  },
} satisfies HomeTexts;
