import { SlackImage } from '../blocks/image.tsx';
import { ButtonElement } from './button.tsx';
import { ChoiceGroup } from './choice-group.tsx';
import { DatePicker, DateTimePicker, TimePicker } from './date-time.tsx';
import { OverflowElement } from './overflow.tsx';
import { Select, SuggestingSelect } from './select.tsx';
import { TextInput } from './text-input.tsx';
import type { ElementProps } from './use-element.tsx';

/** Any element of an input, section or actions block. */
export function Element({ blockId, element, field }: ElementProps) {
  switch (element.type) {
    case 'button':
      return <ButtonElement {...{ blockId, element, field }} />;
    case 'overflow':
      return <OverflowElement {...{ blockId, element, field }} />;
    case 'checkboxes':
    case 'radio_buttons':
      return <ChoiceGroup {...{ blockId, element, field }} />;
    case 'plain_text_input':
    case 'number_input':
    case 'email_text_input':
    case 'url_text_input':
    case 'rich_text_input':
      return <TextInput {...{ blockId, element, field }} />;
    case 'datepicker':
      return <DatePicker {...{ blockId, element, field }} />;
    case 'timepicker':
      return <TimePicker {...{ blockId, element, field }} />;
    case 'datetimepicker':
      return <DateTimePicker {...{ blockId, element, field }} />;
    case 'external_select':
    case 'multi_external_select':
      return <SuggestingSelect {...{ blockId, element, field }} />;
    case 'image':
      return <SlackImage className="accessory-image" image={element} />;
    case 'file_input':
    case 'workflow_button':
      return <p className="unknown">Tego elementu piaskownica jeszcze nie pokazuje: {element.type}</p>;
    default:
      return <Select {...{ blockId, element, field }} />;
  }
}
