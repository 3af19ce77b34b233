import { type CSSProperties, Fragment, useEffect, useRef } from 'react';
import { PlainText } from '../text/text-object.tsx';
import { Avatar } from './avatar.tsx';
import type { Choice } from './choices.ts';

type ChoiceListProps = {
  readonly id: string;
  readonly label: string;
  readonly choices: readonly Choice[];
  readonly active: number;
  readonly picked: ReadonlySet<string>;
  readonly note: string | null;
  readonly style: CSSProperties;
  readonly onPick: (choice: Choice) => void;
};

/** The open list of a combobox. The focus stays in the field; `active` is the line the arrows stand on. */
export function ChoiceList({ id, label, choices, active, picked, note, style, onPick }: ChoiceListProps) {
  const list = useRef<HTMLDivElement>(null);
  useEffect(() => {
    list.current?.querySelector(`#${CSS.escape(`${id}-${active}`)}`)?.scrollIntoView({ block: 'nearest' });
  }, [id, active]);
  return (
    <div ref={list} id={id} role="listbox" aria-label={label} className="popup listbox" style={style}>
      {note === null ? null : (
        <p className="popup-note" role="status">
          {note}
        </p>
      )}
      {choices.map((choice, index) => (
        <Fragment key={choice.key}>
          {choice.group !== undefined && choice.group !== choices[index - 1]?.group ? (
            <div className="listbox-group" role="presentation">
              {choice.group}
            </div>
          ) : null}
          {/* biome-ignore lint/a11y/useKeyWithClickEvents lint/a11y/useFocusableInteractive: the field holds the focus and the keys */}
          <div
            id={`${id}-${index}`}
            role="option"
            aria-selected={picked.has(choice.key)}
            aria-disabled={choice.disabled === true}
            className={index === active ? 'listbox-option is-active' : 'listbox-option'}
            onPointerDown={(event) => event.preventDefault()}
            onClick={() => onPick(choice)}
          >
            {choice.person === undefined ? null : <Avatar person={choice.person} />}
            <span className="listbox-words">
              <span>
                <PlainText text={choice.label} />
              </span>
              {choice.description ? (
                <small>
                  <PlainText text={choice.description} />
                </small>
              ) : null}
            </span>
            {choice.tag === undefined ? null : <span className="tag">{choice.tag}</span>}
          </div>
        </Fragment>
      ))}
    </div>
  );
}
