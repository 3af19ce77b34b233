import type { AnyBlock, ContextBlock } from '@slack/types';
import { useSurface } from '../surface/surface.tsx';
import { idOf, known } from '../surface/walk.ts';
import { PlainText, Text } from '../text/text-object.tsx';
import { Actions } from './actions.tsx';
import { SlackImage } from './image.tsx';
import { InputBlockView } from './input-block.tsx';
import { LibraryBlock } from './library.tsx';
import { Card, Carousel, Container } from './newer.tsx';
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

function BlockView({ of }: { readonly of: AnyBlock }) {
  const block = known(of);
  const blockId = idOf(of);
  switch (block.type) {
    case 'section':
      return <Section block={block} blockId={blockId} />;
    case 'actions':
    case 'context_actions':
      return <Actions block={block} elements={block.elements} />;
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
    case 'card':
      return <Card block={block} />;
    case 'carousel':
      return <Carousel block={block} />;
    case 'container':
      return (
        <Container block={block}>
          <BlockList blocks={block.child_blocks} />
        </Container>
      );
    case 'table':
    case 'data_table':
      return <Table block={block} />;
    default:
      return <LibraryBlock block={block} />;
  }
}

const BlockList = ({ blocks }: { readonly blocks: readonly AnyBlock[] }) =>
  blocks.map((block) => <BlockView key={idOf(block)} of={block} />);

/** All blocks of the surface around. */
export function Blocks() {
  return (
    <div className="blocks">
      <BlockList blocks={useSurface().blocks} />
    </div>
  );
}
