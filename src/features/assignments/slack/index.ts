export { acceptAction, declineAction, declineView } from './answer.ts';
export {
  assignAction,
  assignCommand,
  nextAction,
  pickAction,
  pickView,
  placeOptions,
  previousAction,
} from './assign.ts';
export {
  handOverAction,
  handOverCommand,
  handOverPickAction,
  handOverPickView,
  handOverView,
  ledOptions,
  stopAction,
} from './hand-over.ts';
export { handOverOffer, mineOffer } from './home.ts';
export { overrideAction, overrideView, proposeAction, withdrawAction } from './propose.ts';
