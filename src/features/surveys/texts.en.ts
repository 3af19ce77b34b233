import { plural } from '../../core/text.ts';
import type { SurveysTexts } from './texts.pl.ts';

const answers = (n: number): string => `${n} ${plural('en', n, { one: 'answer', other: 'answers' })}`;
const people = (n: number): string => `${n} ${plural('en', n, { one: 'person', other: 'people' })}`;
const surveys = (n: number): string => `${n} ${plural('en', n, { one: 'survey', other: 'surveys' })}`;

export const en: SurveysTexts = {
  help: '`/debiuty results` – results of surveys: charts, numbers, CSV and XLSX files',
  upcoming: 'survey: asked, reminded of or closed',
  ask: {
    text: (title) => `Please answer: ${title}`,
    message: (asks, about) => `We ask you ${asks} (${about}). It takes about two minutes.`,
    remind: (asks, about) =>
      `A single reminder: we ask you ${asks} (${about}). If you do not answer, we will not ask again.`,
    channel: (asks, about) =>
      `Those of this channel who took part: we ask you ${asks} (${about}). The form opens only for the person who clicks.`,
    remindChannel: (asks, about) => `A single reminder to those who have not answered: we ask you ${asks} (${about}).`,
    anonymous: (moment) => `The survey is anonymous. It is open until: ${moment}.`,
    named: (moment) => `Answers bear names and are seen by the programme's staff only. It is open until: ${moment}.`,
    button: 'Answer',
  },
  form: {
    submit: 'Send',
    about: (asks, about) => `We ask you ${asks}: ${about}.`,
    anonymous: (k) =>
      `:lock: *This survey is anonymous.* Answers are added up as you send them. We do not keep who answered what or when, *so they cannot be corrected or taken back*. We only keep that you are done with it, to remind nobody but the others. Staff see the results after the survey has closed, if at least ${people(k)} answered.`,
    remains:
      'What remains possible all the same: you may be known by what you write in your own words; when all answer alike, everybody’s answer is known; and whoever runs the server and watches it at the very moment of sending, or compares copies of it from different moments, may see a single answer.',
    named: (moment) =>
      `*Answers bear your name.* Only the programme's staff see them. Until the survey closes (${moment}) you can correct them: the last ones count.`,
    again: 'Below is what you answered last time. You can change it.',
    choose: 'Choose from 0 to 10',
    ends: { low: 'certainly not', high: 'certainly' },
  },
  thanks: {
    anonymous: 'Thank you! Your answers have been added to the results, without your name.',
    named: 'Thank you! Your answers are kept. Until the survey closes the same button lets you correct them.',
    corrected: 'Thank you! Your corrected answers have replaced the former ones.',
  },
  errors: {
    missing: 'Please answer this question.',
    long: 'This text is too long.',
    unknown: 'Choose one of the possibilities.',
  },
  refusals: {
    not_asked: 'This survey is for those who took part. If this is a mistake, please write to the staff.',
    over: 'This survey has closed. Thank you for wanting to answer!',
    answered_already: 'Your answer is in the results already. The survey is anonymous, so it cannot be changed.',
    not_allowed: 'Only the programme’s staff see the results of surveys.',
    gone: 'This survey is no longer described in the programme.',
  },
  low: {
    low: {
      text: 'A low score in a survey',
      message: (who, asks, about) => `:warning: *A low score* worth looking at. ${who}: we asked ${asks} (${about}).`,
    },
    corrected: {
      text: 'A corrected score in a survey',
      message: (who, asks, about) =>
        `:white_check_mark: *The score was corrected* and is no longer low. ${who}: we asked ${asks} (${about}).`,
    },
    score: (question, score) => `*${question}*\n${score}`,
  },
  foreseen: {
    silent: 'those who have not answered yet',
    staff: 'the team',
    sides: { everybody: 'organisations and experts', organisation: 'organisations', expert: 'experts' },
    ask: 'a survey that the programme foresees',
    remind: (about) => `the only reminder of a survey (${about})`,
    close: 'the survey will close and have results',
  },
  list: {
    text: 'Surveys and their results',
    heading: (n) => (n === 0 ? 'There is no survey yet' : `Surveys: ${n}`),
    none: 'Surveys go out by themselves: after meetings and consultations, during the work together and after the programme.',
    row: (title, about, cohort) => `*${title}* – ${about}\n${cohort}`,
    state: {
      open: (n, asked, moment) => `open until: ${moment}, ${n} of ${people(asked)}`,
      closed: (n, asked) => `closed, ${n} of ${people(asked)}`,
    },
    show: 'Results',
    page: (from, to, total) => `${from}–${to} of ${total}`,
    previous: '← Previous',
    next: 'Next →',
  },
  results: {
    text: (title, about) => `Results of the survey: ${title}, ${about}`,
    heading: (title) => `Results: ${title}`,
    about: (about, n, asked) => `${about}\nAnswered: ${n} of ${people(asked)}.`,
    anonymous: 'An anonymous survey: results are sums, and what was written stands in no particular order.',
    named: 'A survey with names: the file has the answers with who gave them.',
    notClosed: (moment) =>
      `Results of an anonymous survey open after it has closed (${moment}), so that nobody learns from one answer to the next who added what.`,
    tooFew: (k) => `There are too few answers to show without telling who answered what. At least ${k} are needed.`,
    hidden: (question) => `*${question}*\nToo few answers to this question to show them.`,
    average: (question, average, n) => `*${question}* – ${average} on average (${answers(n)})`,
    recommend: (promoters, critics) => `Would recommend (9–10): ${promoters}. Would not (0–6): ${critics}.`,
    low: (n) => `:warning: Low scores: ${n}.`,
    open: (question) => `*${question}*`,
    more: (n) => `And ${answers(n)} more: all are in the file.`,
    unit: 'answers',
    empty: 'no answers',
    scales: 'Scores',
    sheet: 'Get CSV and XLSX',
    series: (n) => `:bar_chart: *Several surveys together* (${surveys(n)} with the same questions)`,
  },
  sheet: {
    text: (title, about) => `File with results: ${title}, ${about}. It is in the thread of this message.`,
    sent: 'The CSV and XLSX files will come in a direct message in a moment.',
    name: 'survey',
    columns: { question: 'Question', answer: 'Answer', count: 'Number', person: 'Person' },
  },
};
