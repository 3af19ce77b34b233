import type { Button, PlainTextElement } from '@slack/types';
import { PlainText } from '../text/text-object.tsx';
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

/** Workflows are Slack's own and do not run here. */
export function WorkflowButtonElement({ text }: { readonly text: PlainTextElement }) {
  return (
    <button type="button" className="button" disabled title="Przepływy Slacka nie działają w piaskownicy">
      <PlainText text={text.text} emoji={text.emoji} />
    </button>
  );
}
