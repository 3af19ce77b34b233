import type { AnyBlock } from '@slack/types';
import { Element } from '../elements/element.tsx';
import { actionIdOf, type Interactive, idOf } from '../surface/walk.ts';

type ActionsProps = { readonly block: AnyBlock; readonly elements: readonly Interactive[] };

/** Elements beside one another. */
export function Actions({ block, elements }: ActionsProps) {
  return (
    <div className="actions">
      {elements.map((element) => (
        <Element key={actionIdOf(element)} blockId={idOf(block)} element={element} field={null} />
      ))}
    </div>
  );
}
