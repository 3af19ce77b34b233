import { readFileSync } from 'node:fs';
import { parse } from 'yaml';

/** What the sandbox reads of an app manifest: the grants, and what is switched on. */
export type Manifest = {
  readonly display_information?: { readonly name?: string };
  readonly features?: {
    readonly bot_user?: { readonly display_name?: string };
    readonly app_home?: {
      readonly home_tab_enabled?: boolean;
      readonly messages_tab_enabled?: boolean;
      readonly messages_tab_read_only_enabled?: boolean;
    };
    readonly slash_commands?: readonly {
      readonly command: string;
      readonly description?: string;
      readonly usage_hint?: string;
      readonly should_escape?: boolean;
    }[];
    readonly shortcuts?: readonly {
      readonly name: string;
      readonly callback_id: string;
      readonly type: 'global' | 'message';
      readonly description?: string;
    }[];
  };
  readonly oauth_config?: { readonly scopes?: { readonly bot?: readonly string[] } };
  readonly settings?: {
    readonly event_subscriptions?: { readonly bot_events?: readonly string[] };
    readonly interactivity?: { readonly is_enabled?: boolean };
    readonly socket_mode_enabled?: boolean;
  };
};

/** @param source path of a YAML or JSON manifest, or the manifest itself. @throws when the file is missing or not a mapping. */
export const loadManifest = (source: string | Manifest): Manifest => {
  if (typeof source !== 'string') return source;
  const parsed: unknown = parse(readFileSync(source, 'utf8'));
  if (typeof parsed !== 'object' || parsed === null) throw new Error(`${source} is not an app manifest`);
  return parsed;
};

export const botScopes = (manifest: Manifest): readonly string[] => manifest.oauth_config?.scopes?.bot ?? [];
export const appName = (manifest: Manifest): string =>
  manifest.features?.bot_user?.display_name ?? manifest.display_information?.name ?? 'app';
