import { SlackImage } from '../blocks/image.tsx';
import { Icon } from '../ui/icon.tsx';
import { ButtonElement, FeedbackButtonsElement, IconButtonElement, WorkflowButtonElement } from './button.tsx';
import { ChoiceGroup } from './choice-group.tsx';
import { DatePicker, DateTimePicker, TimePicker } from './date-time.tsx';
import { FileInputElement } from './file-input.tsx';
import { OverflowElement } from './overflow.tsx';
import { RichTextField } from './rich-text.tsx';
import { Select, SuggestingSelect } from './select.tsx';
import { TextInput } from './text-input.tsx';
import { type Placed, type Used, useElement } from './use-element.tsx';

function draw({ blockId, element, field }: Placed, used: Used) {
  switch (element.type) {
    case 'button':
      return <ButtonElement {...{ blockId, element, field, used }} />;
    case 'icon_button':
      return <IconButtonElement {...{ blockId, element, field, used }} />;
    case 'feedback_buttons':
      return <FeedbackButtonsElement {...{ blockId, element, field, used }} />;
    case 'workflow_button':
      return <WorkflowButtonElement text={element.text} />;
    case 'overflow':
      return <OverflowElement {...{ blockId, element, field, used }} />;
    case 'checkboxes':
    case 'radio_buttons':
      return <ChoiceGroup {...{ blockId, element, field, used }} />;
    case 'plain_text_input':
    case 'number_input':
    case 'email_text_input':
    case 'url_text_input':
      return <TextInput {...{ blockId, element, field, used }} />;
    case 'rich_text_input':
      return <RichTextField {...{ blockId, element, field, used }} />;
    case 'file_input':
      return <FileInputElement {...{ blockId, element, field, used }} />;
    case 'datepicker':
      return <DatePicker {...{ blockId, element, field, used }} />;
    case 'timepicker':
      return <TimePicker {...{ blockId, element, field, used }} />;
    case 'datetimepicker':
      return <DateTimePicker {...{ blockId, element, field, used }} />;
    case 'external_select':
    case 'multi_external_select':
      return <SuggestingSelect {...{ blockId, element, field, used }} />;
    case 'image':
      return <SlackImage className="accessory-image" image={element} />;
    default:
      return <Select {...{ blockId, element, field, used }} />;
  }
}

/** Any element of an input, section or actions block, with what went wrong when its press came to nothing. */
export function Element(props: Placed) {
  const used = useElement(props);
  return (
    <div className={`element element-${props.element.type}`} aria-busy={used.pressing}>
      {draw(props, used)}
      {used.failed === undefined ? null : (
        <p className="failure" role="alert">
          <Icon name="alert" /> Nie udało się: {used.failed}
        </p>
      )}
      {used.confirming}
    </div>
  );
}
