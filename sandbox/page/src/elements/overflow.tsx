import type { Overflow } from '@slack/types';
import { PlainText, Text } from '../text/text-object.tsx';
import { Icon } from '../ui/icon.tsx';
import { Menu } from '../ui/menu.tsx';
import { Failure } from './button.tsx';
import { type ElementProps, useElement } from './use-element.tsx';

export function OverflowElement(props: ElementProps<Overflow>) {
  const { press, pressing, failed, confirming } = useElement(props);
  const items = props.element.options.map((option) => ({
    key: option.value ?? option.text.text,
    label: <Text of={option.text} />,
    ...(option.description === undefined ? {} : { description: <PlainText text={option.description.text} /> }),
    onPick: () => {
      if ('url' in option && typeof option.url === 'string') window.open(option.url, '_blank', 'noreferrer');
      press({ type: 'overflow', selected_option: option });
    },
  }));
  return (
    <span className="pressable">
      <Menu
        label="Więcej"
        className="button button-icon"
        icon={<Icon name="more" />}
        items={items}
        disabled={pressing}
      />
      <Failure text={failed} />
      {confirming}
    </span>
  );
}
