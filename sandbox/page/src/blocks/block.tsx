import type { ContextBlock, KnownBlock } from '@slack/types';
import { Element } from '../elements/element.tsx';
import { useSurface } from '../surface/surface.tsx';
import { actionIdOf, blockIdOf, known } from '../surface/walk.ts';
import { PlainText, Text } from '../text/text-object.tsx';
import { SlackImage } from './image.tsx';
import { InputBlockView } from './input-block.tsx';
import { LibraryBlock } from './library.tsx';
import { Section } from './section.tsx';
import { Table } from './table.tsx';

function Context({ block }: { readonly block: ContextBlock }) {
  return (
    <div className="context">
      {block.elements.map((element, index) =>
        element.type === 'image' ? (
          // biome-ignore lint/suspicious/noArrayIndexKey: context elements have no identity but their place
          <SlackImage key={index} className="context-image" image={element} />
        ) : (
          // biome-ignore lint/suspicious/noArrayIndexKey: context elements have no identity but their place
          <div key={index} className="text">
            <Text of={element} />
          </div>
        ),
      )}
    </div>
  );
}

function BlockView({ block, blockId }: { readonly block: KnownBlock; readonly blockId: string }) {
  switch (block.type) {
    case 'section':
      return <Section block={block} blockId={blockId} />;
    case 'actions':
      return (
        <div className="actions">
          {block.elements.map((element) => (
            <Element key={actionIdOf(element)} blockId={blockId} element={element} field={null} />
          ))}
        </div>
      );
    case 'context':
      return <Context block={block} />;
    case 'divider':
      return <hr />;
    case 'header':
      return (
        <h2 className="header-block">
          <PlainText text={block.text.text} emoji={block.text.emoji} />
        </h2>
      );
    case 'image':
      return (
        <figure className="image-block">
          {block.title === undefined ? null : (
            <figcaption>
              <PlainText text={block.title.text} />
            </figcaption>
          )}
          <SlackImage className="image" image={block} />
        </figure>
      );
    case 'input':
      return <InputBlockView block={block} blockId={blockId} />;
    case 'table':
    case 'data_table':
      return <Table block={block} />;
    default:
      return <LibraryBlock block={block} />;
  }
}

/** All blocks of the surface around. */
export function Blocks() {
  const { blocks } = useSurface();
  return (
    <div className="blocks">
      {blocks.map((block, index) => {
        const blockId = blockIdOf(block, index);
        return <BlockView key={blockId} block={known(block)} blockId={blockId} />;
      })}
    </div>
  );
}
