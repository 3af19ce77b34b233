import { NEEDS_SCOPE } from '../contract/blocks.ts';
import { isScopeList, type MethodSpec, type ScopesByKind } from '../contract/method-types.ts';
import type { Core } from '../core.ts';
import { botScopes } from '../manifest.ts';
import type { Channel, Json } from '../world/types.ts';
import { refuse } from './call.ts';

/** Which kinds of channel this call is about: of the named one, or all that it asks to see. */
const kindsOf = (core: Core, method: string, given: Json): readonly Channel['kind'][] => {
  if (method === 'conversations.create')
    return [given['is_private'] === true || given['is_private'] === 'true' ? 'private' : 'public'];
  if (method === 'conversations.list' || method === 'users.conversations') {
    const types = String(given['types'] ?? 'public_channel');
    const asked = {
      public: types.includes('public_channel'),
      private: types.includes('private_channel'),
      im: /\bim\b/.test(types),
    };
    return (['public', 'private', 'im'] as const).filter((kind) => asked[kind]);
  }
  const channel = core.world.channel(String(given['channel'] ?? ''));
  return channel ? [channel.kind] : [];
};

const missing = (
  core: Core,
  method: string,
  scopes: ScopesByKind,
  granted: readonly string[],
  given: Json,
): string | null => {
  const has = (kind: Channel['kind']) =>
    scopes[kind].length === 0 || scopes[kind].some((scope) => granted.includes(scope));
  const kinds = kindsOf(core, method, given);
  const lacking = kinds.find((kind) => !has(kind));
  if (lacking) return scopes[lacking].join(',');
  const all = [...scopes.public, ...scopes.private, ...scopes.im];
  return kinds.length === 0 && !all.some((scope) => granted.includes(scope)) ? all.join(',') : null;
};

/** The scopes that blocks and their elements need beyond that of the call, and the app lacks. */
export const scopesLacking = (core: Core, blocks: unknown): string | null => {
  const json = JSON.stringify(blocks ?? []);
  const needed = Object.entries(NEEDS_SCOPE).flatMap(([type, scope]) =>
    json.includes(`"type":"${type}"`) && !botScopes(core.manifest).includes(scope) ? [scope] : [],
  );
  return needed.join(',') || null;
};

/** @throws Refusal `missing_scope` for blocks that need more than the app has. */
export const checkBlockScopes = (core: Core, blocks: unknown): void => {
  const needed = scopesLacking(core, blocks);
  if (needed !== null) refuse('missing_scope', { needed, provided: botScopes(core.manifest).join(',') });
};

/** @throws Refusal `missing_scope` with `needed` and `provided`, judged by the manifest's grants. */
export const checkScopes = (core: Core, method: string, spec: MethodSpec, given: Json): void => {
  if (spec.token === 'app') return;
  const granted = botScopes(core.manifest);
  const needed = isScopeList(spec.scopes)
    ? spec.scopes.filter((scope) => !granted.includes(scope)).join(',') || null
    : missing(core, method, spec.scopes, granted, given);
  if (needed !== null) refuse('missing_scope', { needed, provided: granted.join(',') });
};
