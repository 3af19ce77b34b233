import type { Overflow } from '@slack/types';
import { PlainText, Text } from '../text/text-object.tsx';
import { Icon } from '../ui/icon.tsx';
import { Menu } from '../ui/menu.tsx';
import type { ElementProps } from './use-element.tsx';

export function OverflowElement({ element, used: { press, pressing } }: ElementProps<Overflow>) {
  const items = element.options.map((option) => ({
    key: option.value ?? option.text.text,
    label: <Text of={option.text} />,
    ...(option.description === undefined ? {} : { description: <PlainText text={option.description.text} /> }),
    onPick: () => {
      if ('url' in option && typeof option.url === 'string') window.open(option.url, '_blank', 'noreferrer');
      press({ type: 'overflow', selected_option: option });
    },
  }));
  const icon = <Icon name="more" />;
  return <Menu label="Więcej" className="button button-icon" icon={icon} items={items} disabled={pressing} />;
}
