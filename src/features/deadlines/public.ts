export { finishDeadline, reopenDeadline } from './operations/done.ts';
export { giveWay } from './operations/give-way.ts';
export { kindsOf } from './operations/index.ts';
export { deadlineOfPlace } from './queries/index.ts';
export { followingDate, inWarsaw, matterNamed } from './rules/index.ts';
