import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { METHODS } from '../../sandbox/contract/methods.ts';
import { features } from '../../src/features/index.ts';
import { filesUnder, matches, textOf, unique } from './support/files.ts';

const Manifest = z.object({
  display_information: z.object({
    name: z.string().max(35),
    description: z.string().max(140),
    long_description: z.string().min(175).max(4000),
  }),
  features: z.object({
    app_home: z.object({ home_tab_enabled: z.literal(true), messages_tab_enabled: z.literal(true) }),
    slash_commands: z.array(
      z.object({
        command: z.string().max(32),
        description: z.string().max(2000),
        usage_hint: z.string().max(1000),
        should_escape: z.literal(true),
      }),
    ),
    shortcuts: z
      .array(z.object({ name: z.string().max(24), callback_id: z.string().max(255), description: z.string().max(150) }))
      .max(10),
  }),
  oauth_config: z.object({ scopes: z.object({ bot: z.array(z.string()) }) }),
  settings: z.object({
    event_subscriptions: z.object({ bot_events: z.array(z.string()) }),
    interactivity: z.object({ is_enabled: z.literal(true) }),
    socket_mode_enabled: z.literal(true),
  }),
});

const manifest = Manifest.parse(parse(textOf('manifest.yml')));
const source = filesUnder('src', '.ts').map(textOf).join('\n');

/** Scopes an event needs to be delivered (Slack contract 5.9). */
const EVENT_SCOPES: Readonly<Record<string, readonly string[]>> = {
  app_home_opened: [],
  user_change: ['users:read'],
  team_join: ['users:read'],
  channel_id_changed: [],
  member_joined_channel: ['channels:read', 'groups:read'],
};

/** Scopes for a kind of channel in which we never do it: direct messages are not looked up, only opened and read. */
const NEVER = ['im:read'];

type Scopes = (typeof METHODS)[keyof typeof METHODS]['scopes'];
const byKind = (scopes: Scopes): readonly (readonly string[])[] => {
  const kinds = Array.isArray(scopes) ? scopes.map((scope: string) => [scope]) : Object.values(scopes);
  return kinds.filter((any) => any.length > 0 && !any.some((scope: string) => NEVER.includes(scope)));
};

describe('the app manifest', () => {
  const used = unique(matches(source, /\bclient\.([a-z]+\.[a-zA-Z.]+)\(/g));

  it('asks for exactly the scopes that the methods we call, the events we hear and the fields we show need', () => {
    expect(used.length).toBeGreaterThan(10);
    const unknown = used.filter((method) => !(method in METHODS));
    expect(unknown).toEqual([]);
    const granted = new Set(manifest.oauth_config.scopes.bot);
    const needs = Object.entries(METHODS).flatMap(([name, { scopes }]) => (used.includes(name) ? byKind(scopes) : []));
    expect(needs.filter((any) => !any.some((scope) => granted.has(scope)))).toEqual([]);
    const events = manifest.settings.event_subscriptions.bot_events.flatMap((event) => EVENT_SCOPES[event] ?? ['?']);
    const elements = source.includes("type: 'file_input'") ? ['files:read'] : [];
    const useful = new Set(['commands', ...needs.flat(), ...events, ...elements]);
    expect(elements.filter((scope) => !granted.has(scope))).toEqual([]);
    expect([...granted].filter((scope) => !useful.has(scope))).toEqual([]);
    expect(events.filter((scope) => !granted.has(scope))).toEqual([]);
  });

  it('names exactly the shortcuts that have a handler', () => {
    const handled = features.flatMap((feature) => (feature.shortcuts ?? []).map(({ id }) => id));
    expect(handled.length).toBeGreaterThan(0);
    expect(unique(manifest.features.shortcuts.map(({ callback_id }) => callback_id))).toEqual(unique(handled));
  });

  it('subscribes to exactly the events that have a handler', () => {
    const offered = features.flatMap((feature) => (feature.events ?? []).map(({ type }) => type));
    const heard = matches(source, /app\.event\('([a-z_]+)'/g);
    expect(offered.length).toBeGreaterThan(0);
    expect(unique(manifest.settings.event_subscriptions.bot_events)).toEqual(unique([...offered, ...heard]));
  });

  it('has the one command that the app listens to', () => {
    const commands = manifest.features.slash_commands.map(({ command }) => command);
    const inCode = matches(source, /(?:command|COMMAND)\b[^\n'"`]*'(\/[a-z]+)'/g);
    expect(commands).toEqual(['/debiuty']);
    expect(unique(inCode)).toEqual(commands);
  });
});
