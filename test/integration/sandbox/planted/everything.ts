import { EVENT_SCOPES } from '../../../../sandbox/contract/event-scopes.ts';
import { isScopeList, type MethodSpec } from '../../../../sandbox/contract/method-types.ts';
import { METHODS } from '../../../../sandbox/contract/methods.ts';
import type { Manifest } from '../../../../sandbox/manifest.ts';
import { MANIFEST } from '../support.ts';

const scopesOf = ({ scopes, token }: MethodSpec): readonly string[] => {
  if (token === 'app') return [];
  return isScopeList(scopes) ? scopes : Object.values(scopes).flat();
};

const ALL_SCOPES = Object.values<MethodSpec>(METHODS).flatMap(scopesOf);
const EVENT_SCOPES_TOO = Object.values(EVENT_SCOPES).flatMap((one) =>
  isScopeList(one) ? one : Object.values(one).flat(),
);

/** A manifest with every scope and every event the sandbox knows. */
export const EVERYTHING: Manifest = {
  ...MANIFEST,
  oauth_config: {
    scopes: {
      bot: [...new Set(['commands', 'app_mentions:read', 'links.embed:write', ...ALL_SCOPES, ...EVENT_SCOPES_TOO])],
    },
  },
  settings: {
    ...MANIFEST.settings,
    event_subscriptions: { bot_events: ['app_home_opened', ...Object.keys(EVENT_SCOPES)] },
  },
};

/** The same without one scope. */
export const without = (scope: string): Manifest => ({
  ...EVERYTHING,
  oauth_config: { scopes: { bot: (EVERYTHING.oauth_config?.scopes?.bot ?? []).filter((one) => one !== scope) } },
});
