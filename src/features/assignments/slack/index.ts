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
export { mineOffer } from './home.ts';
export { overrideAction, overrideView, proposeAction, withdrawAction } from './propose.ts';
