import type { SectionBlock } from '@slack/types';
import { Element } from '../elements/element.tsx';
import { Text } from '../text/text-object.tsx';

export function Section({ block, blockId }: { readonly block: SectionBlock; readonly blockId: string }) {
  return (
    <div className="section">
      <div className="section-words">
        {block.text === undefined ? null : (
          <div className="text">
            <Text of={block.text} />
          </div>
        )}
        {block.fields === undefined ? null : (
          <div className="section-fields">
            {block.fields.map((field, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: fields of a section have no identity but their place
              <div key={index} className="text">
                <Text of={field} />
              </div>
            ))}
          </div>
        )}
      </div>
      {block.accessory === undefined ? null : (
        <div className="section-accessory">
          <Element blockId={blockId} element={block.accessory} field={null} />
        </div>
      )}
    </div>
  );
}
