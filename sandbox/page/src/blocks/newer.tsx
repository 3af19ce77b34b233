import type { CardBlock, CarouselBlock, ContainerBlock } from '@slack/types';
import type { ReactNode } from 'react';
import { Text } from '../text/text-object.tsx';
import { Icon } from '../ui/icon.tsx';
import { Actions } from './actions.tsx';
import { SlackImage } from './image.tsx';
import { LibraryBlock } from './library.tsx';

export function Card({ block }: { readonly block: CardBlock }) {
  const { hero_image: hero, icon, title, subtitle, body, actions } = block;
  return (
    <article className="card">
      {hero === undefined ? null : <SlackImage className="image" image={hero} />}
      <div className="card-head">
        {icon === undefined ? null : <SlackImage className="context-image" image={icon} />}
        <div className="words">
          {title === undefined ? null : (
            <strong>
              <Text of={title} />
            </strong>
          )}
          {subtitle === undefined ? null : (
            <small>
              <Text of={subtitle} />
            </small>
          )}
        </div>
      </div>
      {body === undefined ? null : (
        <div className="text">
          <Text of={body} />
        </div>
      )}
      {actions === undefined ? null : <Actions block={block} elements={actions} />}
    </article>
  );
}

/** Cards beside one another; they scroll sideways. */
export function Carousel({ block }: { readonly block: CarouselBlock }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard
    <section className="carousel" aria-label="Karty" tabIndex={0}>
      {block.elements.map((card) => (
        <Card key={card.block_id} block={card} />
      ))}
    </section>
  );
}

/** Blocks with a heading of their own, which may be folded. */
export function Container({ block, children }: { readonly block: ContainerBlock; readonly children: ReactNode }) {
  const { icon, title, rich_text_title: rich, subtitle } = block;
  const head = (
    <>
      {icon === undefined ? null : <SlackImage className="context-image" image={icon} />}
      <span className="words">
        {rich === undefined ? null : <LibraryBlock block={rich} />}
        {title === undefined ? null : (
          <strong>
            <Text of={title} />
          </strong>
        )}
        {subtitle === undefined ? null : (
          <small>
            <Text of={subtitle} />
          </small>
        )}
      </span>
    </>
  );
  const inside = <div className="blocks">{children}</div>;
  if (block.is_collapsible !== true)
    return (
      <section className="card">
        <div className="card-head">{head}</div>
        {inside}
      </section>
    );
  return (
    <details className="card" open={block.default_collapsed !== true}>
      <summary className="card-head">
        {head}
        <Icon name="down" />
      </summary>
      {inside}
    </details>
  );
}
