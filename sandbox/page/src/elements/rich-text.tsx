import type { RichTextBlock, RichTextInput } from '@slack/types';
import { type KeyboardEvent, useLayoutEffect, useRef, useState } from 'react';
import { LibraryBlock } from '../blocks/library.tsx';
import { type Marked, prefix, toMarkup, toRichText, wrap } from '../text/rich.ts';
import { fieldAttributes } from '../ui/combobox.tsx';
import { Icon, type IconName } from '../ui/icon.tsx';
import { moveFocus } from '../ui/move-focus.ts';
import { type ElementProps, fieldProps } from './use-element.tsx';

type Tool = {
  readonly label: string;
  readonly icon: IconName;
  readonly key?: string;
  readonly use: (selected: Marked) => Marked;
};

const tools: readonly Tool[] = [
  { label: 'Pogrubienie', icon: 'bold', key: 'b', use: (at) => wrap(at, '*', '*') },
  { label: 'Kursywa', icon: 'italic', key: 'i', use: (at) => wrap(at, '_', '_') },
  { label: 'Przekreślenie', icon: 'strike', use: (at) => wrap(at, '~', '~') },
  { label: 'Łącze', icon: 'link', key: 'k', use: (at) => wrap(at, '<https://|', '>') },
  { label: 'Lista', icon: 'list', use: (at) => prefix(at, '- ') },
  { label: 'Lista numerowana', icon: 'numbers', use: (at) => prefix(at, '1. ') },
  { label: 'Cytat', icon: 'quote', use: (at) => prefix(at, '> ') },
  { label: 'Kod', icon: 'code', use: (at) => wrap(at, '`', '`') },
];

/** One stop for Tab, as toolbars are; the arrows move within. */
function Toolbar({ onPick }: { readonly onPick: (tool: Tool) => void }) {
  const box = useRef<HTMLDivElement>(null);
  const onKeyDown = (event: KeyboardEvent) => {
    const step = { ArrowLeft: -1, ArrowRight: 1 }[event.key];
    if (step !== undefined && box.current !== null) moveFocus(box.current, 'button', step);
  };
  return (
    <div ref={box} className="rich-tools" role="toolbar" aria-label="Formatowanie" onKeyDown={onKeyDown}>
      {tools.map((tool, index) => (
        <button
          key={tool.label}
          type="button"
          className="icon-button"
          tabIndex={index === 0 ? 0 : -1}
          title={tool.label}
          aria-label={tool.label}
          onClick={() => onPick(tool)}
        >
          <Icon name={tool.icon} />
        </button>
      ))}
    </div>
  );
}

/** What is typed, and the selection that has to be put back once a tool has changed the text. */
function useMarkup({ element, used }: ElementProps<RichTextInput>) {
  const value = used.state?.rich_text_value as RichTextBlock | null | undefined;
  const [text, setText] = useState(() => (value ? toMarkup(value) : ''));
  const area = useRef<HTMLTextAreaElement>(null);
  const selection = useRef<Marked | null>(null);
  const type = (typed: string) => {
    setText(typed);
    used.set({ type: element.type, rich_text_value: toRichText(typed) });
  };
  useLayoutEffect(() => {
    if (selection.current === null || area.current === null) return;
    area.current.focus();
    area.current.setSelectionRange(selection.current.start, selection.current.end);
    selection.current = null;
  });
  const apply = (tool: Tool) => {
    if (area.current === null) return;
    selection.current = tool.use({ text, start: area.current.selectionStart, end: area.current.selectionEnd });
    type(selection.current.text);
  };
  return { value, text, area, type, apply };
}

/** Formatted text, typed with Slack's mark-up; what will be sent is shown below as soon as it differs from what is typed. */
export function RichTextField(props: ElementProps<RichTextInput>) {
  const { element, field, used } = props;
  const { value, text, area, type, apply } = useMarkup(props);
  const onKeyDown = (event: KeyboardEvent) => {
    const tool = event.ctrlKey || event.metaKey ? tools.find(({ key }) => key === event.key) : undefined;
    if (tool === undefined) return;
    event.preventDefault();
    apply(tool);
  };
  const placeholder = element.placeholder?.text ?? '';
  return (
    <div className="rich-text">
      <Toolbar onPick={apply} />
      <textarea
        {...fieldAttributes(fieldProps(field, element, placeholder))}
        ref={area}
        className="input"
        rows={Math.min(Math.max(element.min_lines ?? 3, text.split('\n').length), element.max_lines ?? 8)}
        placeholder={placeholder}
        value={text}
        onChange={(event) => type(event.target.value)}
        onKeyDown={onKeyDown}
        onBlur={() => field?.dispatches === true && used.state !== undefined && used.commit(used.state)}
      />
      {value && /[*_~`<>:•-]|^\d+[.)]/m.test(text) ? (
        <section className="rich-preview" aria-label="Podgląd">
          <LibraryBlock block={value} />
        </section>
      ) : null}
    </div>
  );
}
