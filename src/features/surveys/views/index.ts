export { type AskFacts, answerModal, askMessage } from './ask.ts';
export { listMessage, PAGE, type SurveyLine, type SurveyList } from './list.ts';
export { type LowFacts, lowMessage } from './low.ts';
export { type ResultFacts, resultsMessage } from './results.ts';
