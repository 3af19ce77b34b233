export type OneOf = { readonly of: readonly string[]; readonly exactly?: true };

/** Blocks, elements and objects that need one of several fields: at least one, or `exactly` one (Slack contract 5.4). */
export const ONE_OF: Readonly<Record<string, OneOf>> = {
  section: { of: ['text', 'fields'] },
  image: { of: ['image_url', 'slack_file'], exactly: true },
  card: { of: ['title', 'hero_image', 'actions', 'body'] },
  container: { of: ['title', 'rich_text_title'] },
  static_select: { of: ['options', 'option_groups'], exactly: true },
  multi_static_select: { of: ['options', 'option_groups'], exactly: true },
  slack_file: { of: ['id', 'url'], exactly: true },
  suggested: { of: ['options', 'option_groups'], exactly: true },
  filter: { of: ['include', 'exclude_external_shared_channels', 'exclude_bot_users'] },
};
