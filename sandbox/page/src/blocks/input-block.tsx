import type { InputBlock } from '@slack/types';
import { useId } from 'react';
import { Element } from '../elements/element.tsx';
import { useSurface } from '../surface/surface.tsx';
import { PlainText } from '../text/text-object.tsx';
import { Icon } from '../ui/icon.tsx';

const grouped: ReadonlySet<string> = new Set(['checkboxes', 'radio_buttons']);

/** A labelled field with its hint and, after a refused submission, its error. */
export function InputBlockView({ block, blockId }: { readonly block: InputBlock; readonly blockId: string }) {
  const { errors } = useSurface();
  const id = useId();
  const error = errors[blockId];
  const optional = block.optional === true;
  const label = (
    <>
      <PlainText text={block.label.text} />
      {optional ? <span className="optional"> (nieobowiązkowe)</span> : null}
    </>
  );
  const hintId = `${id}-hint`;
  const errorId = `${id}-error`;
  const described = [error === undefined ? '' : errorId, block.hint === undefined ? '' : hintId]
    .filter((one) => one !== '')
    .join(' ');
  const field = {
    id,
    label: block.label.text,
    labelId: `${id}-label`,
    describedBy: described === '' ? undefined : described,
    invalid: error !== undefined,
    optional,
    dispatches: block.dispatch_action === true,
  };
  return (
    <div className={error === undefined ? 'field' : 'field is-invalid'} data-block-id={blockId}>
      {grouped.has(block.element.type) ? (
        <span id={field.labelId} className="field-label">
          {label}
        </span>
      ) : (
        <label id={field.labelId} className="field-label" htmlFor={id}>
          {label}
        </label>
      )}
      <Element blockId={blockId} element={block.element} field={field} />
      {error === undefined ? null : (
        <p id={errorId} className="field-error" role="alert">
          <Icon name="alert" /> {error}
        </p>
      )}
      {block.hint === undefined ? null : (
        <p id={hintId} className="field-hint">
          <PlainText text={block.hint.text} />
        </p>
      )}
    </div>
  );
}
