type Element = Readonly<Record<string, unknown>>;
type Out = (pointer: string, message: string) => void;

const list = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);
const same = (a: unknown, b: unknown): boolean => {
  const key = (value: unknown) => {
    const option = value as { value?: unknown; text?: { text?: unknown } } | null;
    return JSON.stringify([option?.value, option?.text?.text]);
  };
  return key(a) === key(b);
};

const choices = (element: Element): readonly unknown[] => [
  ...list(element['options']),
  ...list(element['option_groups']).flatMap((group) => list((group as Element | null)?.['options'])),
];

const initialIsOffered = (element: Element, pointer: string, out: Out): void => {
  const offered = choices(element);
  const one = element['initial_option'];
  if (one !== undefined && !offered.some((option) => same(option, one)))
    out(`${pointer}/initial_option`, 'must match one of the options');
  list(element['initial_options']).forEach((initial, index) => {
    if (!offered.some((option) => same(option, initial)))
      out(`${pointer}/initial_options/${index}`, 'must match one of the options');
  });
};

const optionsOrGroups = (element: Element, pointer: string, out: Out): void => {
  const given = ['options', 'option_groups'].filter((name) => element[name] !== undefined);
  if (given.length !== 1) out(pointer, 'exactly one of options and option_groups is required');
};

const numbers = (element: Element, pointer: string, out: Out): void => {
  for (const name of ['initial_value', 'min_value', 'max_value']) {
    const value = element[name];
    if (typeof value === 'string' && !/^-?\d+(\.\d+)?$/.test(value))
      out(`${pointer}/${name}`, 'must be a number written as a string');
  }
  const [min, max] = [element['min_value'], element['max_value']];
  if (min !== undefined && max !== undefined && Number(min) > Number(max))
    out(`${pointer}/min_value`, 'must not exceed max_value');
};

const lengths = (element: Element, pointer: string, out: Out): void => {
  const [min, max, initial] = [element['min_length'], element['max_length'], element['initial_value']];
  if (typeof min === 'number' && typeof max === 'number' && min > max)
    out(`${pointer}/min_length`, 'must not exceed max_length');
  if (typeof initial === 'string' && typeof max === 'number' && initial.length > max)
    out(`${pointer}/initial_value`, 'must not exceed max_length');
};

const oneImage = (element: Element, pointer: string, out: Out): void => {
  const given = ['image_url', 'slack_file'].filter((name) => element[name] !== undefined);
  if (given.length !== 1) out(pointer, 'exactly one of image_url and slack_file is required');
};

/** Rules between fields of one element (Slack contract 5.4). */
export const crossElement = (element: Element, pointer: string, out: Out): void => {
  const type = element['type'];
  if (type === 'static_select' || type === 'multi_static_select') {
    optionsOrGroups(element, pointer, out);
    initialIsOffered(element, pointer, out);
  }
  if (type === 'checkboxes' || type === 'radio_buttons') initialIsOffered(element, pointer, out);
  if (type === 'number_input') numbers(element, pointer, out);
  if (type === 'plain_text_input') lengths(element, pointer, out);
  if (type === 'image') oneImage(element, pointer, out);
};
