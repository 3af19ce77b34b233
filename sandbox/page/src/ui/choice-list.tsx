import { type CSSProperties, useEffect, useRef } from 'react';
import { PlainText } from '../text/text-object.tsx';
import { Avatar } from './avatar.tsx';
import type { Choice } from './choices.ts';
import { Icon } from './icon.tsx';

type LineProps = {
  readonly id: string;
  readonly choice: Choice;
  readonly active: boolean;
  readonly picked: boolean;
  readonly onPick: (choice: Choice) => void;
};

function Line({ id, choice, active, picked, onPick }: LineProps) {
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents lint/a11y/useFocusableInteractive: the field holds the focus and the keys
    <div
      id={id}
      role="option"
      aria-selected={picked}
      aria-disabled={choice.disabled === true}
      className={active ? 'listbox-option is-active' : 'listbox-option'}
      onPointerDown={(event) => event.preventDefault()}
      onClick={() => onPick(choice)}
    >
      {choice.person === undefined ? null : <Avatar person={choice.person} />}
      <span className="words">
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
      {picked ? <Icon name="check" /> : null}
    </div>
  );
}

type ChoiceListProps = {
  readonly id: string;
  readonly label: string;
  readonly choices: readonly Choice[];
  readonly active: number;
  readonly picked: ReadonlySet<string>;
  readonly multiple?: boolean;
  readonly note: string | null;
  readonly style: CSSProperties;
  readonly onPick: (choice: Choice) => void;
};

/** The open list of a combobox. The focus stays in the field; `active` is the line the arrows stand on. */
export function ChoiceList({
  id,
  label,
  choices,
  active,
  picked,
  multiple = false,
  note,
  style,
  onPick,
}: ChoiceListProps) {
  const list = useRef<HTMLDivElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: other choices may stand where the arrows are
  useEffect(() => {
    list.current?.querySelector('.is-active')?.scrollIntoView({ block: 'nearest' });
  }, [active, choices]);
  const numbered = choices.map((choice, index) => ({ choice, index }));
  const groups = Map.groupBy(numbered, ({ choice }) => choice.group);
  return (
    <div className="popup listbox" style={style}>
      {note === null ? null : (
        <p className="popup-note" role="status">
          {note}
        </p>
      )}
      <div ref={list} id={id} role="listbox" aria-label={label} aria-multiselectable={multiple}>
        {[...groups].map(([group, members]) => {
          const lines = members.map(({ choice, index }) => (
            <Line
              key={choice.key}
              id={`${id}-${index}`}
              choice={choice}
              active={index === active}
              picked={picked.has(choice.key)}
              onPick={onPick}
            />
          ));
          if (group === undefined) return lines;
          return (
            // biome-ignore lint/a11y/useSemanticElements: a group inside a list of options
            <div key={group} role="group" aria-label={group}>
              <div className="listbox-group" aria-hidden="true">
                {group}
              </div>
              {lines}
            </div>
          );
        })}
      </div>
    </div>
  );
}
