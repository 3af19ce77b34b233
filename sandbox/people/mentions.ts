import type { World } from '../world/world.ts';

const escapeText = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
const TOKEN = /<([@#])([A-Z0-9]+)(?:\|[^>]*)?>/g;

/** Mentions typed by name (`@alicja`, `@Alicja Przykładowa`, `#ogolne`) as tokens, longest names first. */
const asTokens = (world: World, text: string): string => {
  const names = world.state.persons
    .flatMap((one) => [one.name, one.handle].map((name) => ({ typed: `@${name}`, token: `<@${one.id}>` })))
    .concat(
      world.state.channels
        .filter((one) => one.kind !== 'im')
        .map((one) => ({ typed: `#${one.name}`, token: `<#${one.id}>` })),
    )
    .sort((a, b) => b.typed.length - a.typed.length);
  return names.reduce((done, { typed, token }) => (done.includes(typed) ? done.replaceAll(typed, token) : done), text);
};

const known = (world: World, sign: string, id: string): string | undefined =>
  sign === '@' ? world.person(id)?.handle : world.channel(id)?.name;

const eachPart = (
  text: string,
  plain: (part: string) => string,
  token: (sign: string, id: string) => string,
): string => {
  let result = '';
  let from = 0;
  for (const match of text.matchAll(TOKEN)) {
    result += plain(text.slice(from, match.index)) + token(match[1] ?? '', match[2] ?? '');
    from = match.index + match[0].length;
  }
  return result + plain(text.slice(from));
};

/** A message as Slack stores it: people and channels as tokens, everything else escaped. */
export const asMessage = (world: World, typed: string): string =>
  eachPart(asTokens(world, typed), escapeText, (sign, id) =>
    known(world, sign, id) === undefined ? escapeText(`<${sign}${id}>`) : `<${sign}${id}>`,
  );

/** The text of a command: with `should_escape` as `<@U1|alicja>`, without as typed (Slack contract 5.1). */
export const asCommandText = (world: World, typed: string, escaped: boolean): string => {
  if (escaped)
    return eachPart(asTokens(world, typed), escapeText, (sign, id) => `<${sign}${id}|${known(world, sign, id) ?? ''}>`);
  return eachPart(
    typed,
    (part) => part,
    (sign, id) => `${sign}${known(world, sign, id) ?? id}`,
  );
};
