import type { Button, FeedbackButtons, IconButton, PlainTextElement } from '@slack/types';
import { PlainText } from '../text/text-object.tsx';
import { Icon } from '../ui/icon.tsx';
import type { ElementProps } from './use-element.tsx';

export function ButtonElement({ element, used: { press, pressing } }: ElementProps<Button>) {
  const onClick = () => {
    // Not `disabled`: that would throw the focus out of the dialog around.
    if (pressing) return;
    if (element.url !== undefined) window.open(element.url, '_blank', 'noreferrer');
    press(null);
  };
  return (
    <button
      type="button"
      className={`button${element.style === undefined ? '' : ` button-${element.style}`}`}
      aria-label={element.accessibility_label}
      aria-busy={pressing}
      onClick={onClick}
    >
      {pressing ? <span className="spinner" /> : null}
      <span>
        <PlainText text={element.text.text} emoji={element.text.emoji} />
      </span>
    </button>
  );
}

/** Its one drawing is a bin; what it does is said by its text. */
export function IconButtonElement({ element, used: { press, pressing } }: ElementProps<IconButton>) {
  const label = element.accessibility_label ?? element.text.text;
  return (
    <button
      type="button"
      className="icon-button"
      aria-label={label}
      title={label}
      aria-busy={pressing}
      onClick={() => press(null)}
    >
      <Icon name="trash" />
    </button>
  );
}

/** "Helpful", "not helpful": two buttons of one element. */
export function FeedbackButtonsElement({ element, used: { press } }: ElementProps<FeedbackButtons>) {
  return [element.positive_button, element.negative_button].map(({ text, value, accessibility_label: label }) => (
    <button
      key={value}
      type="button"
      className="chip-button"
      aria-label={label}
      onClick={() => press({ type: element.type, value })}
    >
      <PlainText text={text.text} />
    </button>
  ));
}

/** Workflows are Slack's own and do not run here. */
export function WorkflowButtonElement({ text }: { readonly text: PlainTextElement }) {
  return (
    <button type="button" className="button" disabled title="Przepływy Slacka nie działają w piaskownicy">
      <PlainText text={text.text} emoji={text.emoji} />
    </button>
  );
}
