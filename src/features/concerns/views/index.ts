export { alarmModal, closeModalView, raiseModal } from './forms.ts';
export { cardButton, expertHome, matterWords, raisedMessage, silentMessage } from './messages.ts';
