import type { Button } from '@slack/types';
import { PlainText } from '../text/text-object.tsx';
import { Icon } from '../ui/icon.tsx';
import { type ElementProps, useElement } from './use-element.tsx';

export function ButtonElement(props: ElementProps<Button>) {
  const { element } = props;
  const { press, pressing, failed, confirming } = useElement(props);
  const onClick = () => {
    // Not `disabled`: that would throw the focus out of the dialog around.
    if (pressing) return;
    if (element.url !== undefined) window.open(element.url, '_blank', 'noreferrer');
    press(null);
  };
  return (
    <span className="pressable">
      <button
        type="button"
        className={`button${element.style === undefined ? '' : ` button-${element.style}`}`}
        aria-label={element.accessibility_label}
        aria-busy={pressing}
        onClick={onClick}
      >
        {pressing ? <span className="spinner" /> : null}
        <span className="button-text">
          <PlainText text={element.text.text} emoji={element.text.emoji} />
        </span>
      </button>
      <Failure text={failed} />
      {confirming}
    </span>
  );
}

/** The warning beside an element whose press came to nothing. */
export function Failure({ text }: { readonly text: string | undefined }) {
  if (text === undefined) return null;
  return (
    <span className="failure" role="alert">
      <Icon name="alert" /> Nie udało się: {text}
    </span>
  );
}
