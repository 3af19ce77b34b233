export { type CloseRefusal, close } from './close.ts';
export { type RaiseRefusal, raise, speaksFor } from './raise.ts';
export { dismiss, tellSilences } from './silence.ts';
