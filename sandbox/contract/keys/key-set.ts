/** Which keys an object has that Slack sends, and where that is written. */
export type KeySet = {
  /** The page that lists or shows them. */
  readonly source: string;
  readonly required: readonly string[];
  readonly optional: readonly string[];
  /** Key sets of what stands under a key: an object, or each of a list. */
  readonly inside: Readonly<Record<string, string>>;
};
export type KeySets = Readonly<Record<string, KeySet>>;

const DOCS = 'https://docs.slack.dev';

/** @param page below docs.slack.dev; @param keys names with a space between, `?` before those that may be left out. */
export const keySet = (page: string, keys: string, inside: KeySet['inside'] = {}): KeySet => {
  const all = keys.split(' ');
  return {
    source: `${DOCS}/${page}`,
    required: all.filter((key) => !key.startsWith('?')),
    optional: all.filter((key) => key.startsWith('?')).map((key) => key.slice(1)),
    inside,
  };
};
