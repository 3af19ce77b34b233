import type { ResultTexts } from './results.pl.ts';

type Facts = { readonly organisation: string; readonly number: number; readonly cohort: string };

export const en = {
  admitted: {
    heading: (f: Facts) => `Good news: ${f.organisation} joins the programme!`,
    body: (f: Facts) =>
      `Your application no. ${f.number} (${f.cohort}) was accepted. Congratulations, we are very glad!`,
    next: 'What is next: we are making a private channel for your organisation and will invite you in a moment. You will find a card with the next steps there.',
    nextByHand: 'What is next: the programme team will contact you to agree on the next steps.',
  },
  reserve: {
    heading: (f: Facts) => `Result of the application: ${f.organisation} is on the reserve list`,
    body: (f: Facts & { readonly position: number }) =>
      `Your application no. ${f.number} (${f.cohort}) is on the reserve list, at position ${f.position}. It is a good application, but there was no place left for it.`,
    next: 'What is next: if a place becomes free, we will write at once, in the order of the list. You do not have to do anything now.',
  },
  refused: {
    heading: (f: Facts) => `Result of the application: ${f.organisation}`,
    body: (f: Facts) =>
      `Thank you for application no. ${f.number} (${f.cohort}) and for the work you put into it. This time it was not accepted.`,
    reason: 'Reason:',
    next: 'What is next: if you want to talk about the result, please write to the programme team. You are welcome in the next calls.',
  },
  formally_rejected: {
    heading: (f: Facts) => `Result of the application: ${f.organisation}`,
    body: (f: Facts) =>
      `Thank you for application no. ${f.number} (${f.cohort}) and for the work you put into it. Unfortunately it did not pass the formal check, so it could not be chosen.`,
    reason: 'These conditions were not met:',
    next: 'What is next: if anything is unclear, please write to the programme team. You are welcome in the next calls.',
  },
} satisfies ResultTexts;
