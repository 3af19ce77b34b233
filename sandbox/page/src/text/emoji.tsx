import { memo } from 'react';
import { Message } from 'slack-blocks-to-jsx';

type EmojiProps = { readonly name: string };

/** An emoji by its Slack name. The drawing library knows Slack's names; an unknown one stays `:name:`, as in Slack. */
export const Emoji = memo(function Emoji({ name }: EmojiProps) {
  const blocks = [
    {
      type: 'rich_text' as const,
      elements: [{ type: 'rich_text_section' as const, elements: [{ type: 'emoji' as const, name }] }],
    },
  ];
  return (
    <span className="emoji">
      <Message blocks={blocks} logo="" name="" withoutWrapper unstyled />
    </span>
  );
});
