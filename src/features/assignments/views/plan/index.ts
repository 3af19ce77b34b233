export { applyModal, changeModal, needsModal, pairModal } from './forms.ts';
export { loadsMessage, loadsModal } from './loads.ts';
export { planRunModal, startModal, type Working } from './start.ts';
export { planModal } from './table.ts';
export { planAppliedMessage, refusedWords } from './told.ts';
export { whyModal } from './why.ts';
