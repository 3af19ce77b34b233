import { isRecord } from '../blockkit/check.ts';
import type { Problem } from '../contract/rule-types.ts';
import type { Core } from '../core.ts';
import { appSees } from '../world/files.ts';
import type { Json } from '../world/types.ts';

const isReady = (core: Core, { id, url }: Json): boolean => {
  const wanted = typeof id === 'string' ? id : /-(F[0-9A-Z]+)\//.exec(String(url))?.[1];
  const file = core.world.state.files.find((one) => one.id === wanted);
  return file?.stage === 'complete' && file.mimetype.startsWith('image/') && appSees(core, file);
};

/** Pictures by `slack_file` that Slack does not show: not uploaded, not processed yet, no picture, not the app's to see. */
export const pictureProblems = (core: Core, value: unknown, pointer: string): readonly Problem[] => {
  if (Array.isArray(value)) return value.flatMap((one, index) => pictureProblems(core, one, `${pointer}/${index}`));
  if (!isRecord(value)) return [];
  return Object.entries(value).flatMap(([key, inner]) => {
    const at = `${pointer}/${key}`;
    if (key !== 'slack_file' || !isRecord(inner)) return pictureProblems(core, inner, at);
    return isReady(core, inner) ? [] : [{ pointer: at, message: 'invalid slack file', rule: 'invalid_slack_file' }];
  });
};
