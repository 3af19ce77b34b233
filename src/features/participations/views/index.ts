export { askedMessage, askModal } from './ask.ts';
export { type CardFacts, cardMessage } from './card.ts';
export { ownCards, ownHome } from './own.ts';
export { reportMessage, troubleHome } from './report.ts';
export { whoModal } from './who.ts';
