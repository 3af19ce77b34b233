export { askAction, askView } from './ask.ts';
export { cardCommand, retryAction, whoAction } from './card.ts';
export { ownOffer, troubleOffer } from './home.ts';
