import { clientTexts } from '../blockkit/client-texts.ts';
import { placedElements } from '../blockkit/walk.ts';
import { extensionOf, FILE } from '../contract/file-types.ts';
import type { Core } from '../core.ts';
import type { Act, ActResult } from '../page-api.ts';
import { chosenFiles, pageFile } from '../world/file-shapes.ts';
import { addFile, share, uploadRefusal } from '../world/files.ts';
import type { Person, StoredView } from '../world/types.ts';
import { fail } from './common.ts';

/** A person uploads: one message with these files, or files that wait for a `file_input`. */
export const upload = (core: Core, person: Person, act: Extract<Act, { do: 'upload' }>): ActResult => {
  const channel = act.channel === undefined ? null : core.world.channel(act.channel);
  if (channel !== null && !channel?.members.includes(person.id)) return fail('not_in_channel');
  if (channel?.archived) return fail('is_archived');
  if (act.files.length < 1 || act.files.length > FILE.together) return fail('invalid_number_of_files');
  const given = act.files.map((one) => ({ ...one, size: Buffer.byteLength(one.content, 'base64') }));
  const refusal = given.map(({ name, size }) => (size === 0 ? 'file_empty' : uploadRefusal(core, name, size)));
  const reason = refusal.find((one) => one !== null);
  if (reason) return fail(reason);
  const files = given.map(({ name, mimetype, size, content }) =>
    addFile(core, { name, size, content, user: person.id, stage: 'complete', ...(mimetype && { mimetype }) }),
  );
  const ids = files.map((one) => one.id);
  const words = { user: person.id, text: act.text ?? '', threadTs: act.threadTs ?? null };
  if (channel) share(core, channel, { ...words, files: ids });
  return { ok: true, files: files.map((one) => pageFile(one, person.id)) };
};

/** What Slack's client refuses of the files chosen in a form: by block_id (Slack contract 5.4). */
export const fileFaults = (core: Core, view: StoredView, locale: string | null): Readonly<Record<string, string>> => {
  const say = clientTexts(locale);
  const faults: Record<string, string> = {};
  for (const { block, element } of placedElements(view.body.blocks).filter(
    (one) => one.element.type === 'file_input',
  )) {
    const chosen = chosenFiles(core.world, view.owner, view.state[block.block_id]?.[element.action_id]);
    const most = typeof element['max_files'] === 'number' ? element['max_files'] : FILE.together;
    const ends = Array.isArray(element['filetypes']) ? element['filetypes'].map(String) : [];
    if (chosen.length > most) faults[block.block_id] = say.mostItems(most);
    else if (ends.length > 0 && chosen.some((one) => !ends.includes(extensionOf(one.name))))
      faults[block.block_id] = say.fileTypes(ends.join(', '));
  }
  return faults;
};

/** What was chosen in a form is handed to the app with it. */
export const handOver = (core: Core, view: StoredView): void => {
  const states = Object.values(view.state).flatMap((elements) => Object.values(elements));
  for (const state of states.filter((one) => one.type === 'file_input'))
    for (const file of chosenFiles(core.world, view.owner, state)) file.handedOver = true;
};
