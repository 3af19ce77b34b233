import { VIEW } from './limits.ts';
import type { Spec } from './rule-types.ts';

const COMMON = {
  type: { is: 'string', required: true },
  blocks: { is: 'anything', required: true },
  private_metadata: { is: 'string', max: VIEW.privateMetadata },
  callback_id: { is: 'string', max: VIEW.callbackId },
  external_id: { is: 'string', max: VIEW.externalId },
} as const;

/** The fields of views (Slack contract 5.2); a Home has no title and no buttons of its own. */
export const VIEWS = {
  home: COMMON,
  modal: {
    ...COMMON,
    title: { is: 'text', max: VIEW.title, plain: true, required: true },
    submit: { is: 'text', max: VIEW.submit, plain: true },
    close: { is: 'text', max: VIEW.close, plain: true },
    clear_on_close: { is: 'boolean' },
    notify_on_close: { is: 'boolean' },
    submit_disabled: { is: 'boolean' },
  },
} as const satisfies Readonly<Record<'home' | 'modal', Spec>>;
