import type { FileInput } from '@slack/types';
import { useState } from 'react';
import type { PageFile } from '../../../page-api.ts';
import { explain } from '../store/explain.ts';
import { useWorkspace } from '../store/workspace.tsx';
import { readFiles } from '../surface/read-files.ts';
import { fieldAttributes } from '../ui/combobox.tsx';
import { FileCard } from '../ui/file-card.tsx';
import { Icon } from '../ui/icon.tsx';
import { type ElementProps, fieldProps } from './use-element.tsx';

/** Files chosen in a form: sent to the workspace at once, handed to the app with the form. */
export function FileInputElement({ element, field, used }: ElementProps<FileInput>) {
  const [files, setFiles] = useState<readonly PageFile[]>([]);
  const [busy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<string | null>(null);
  const { act } = useWorkspace();
  const most = element.max_files ?? 10;
  const put = (next: readonly PageFile[]) => {
    setFiles(next);
    used.set({ type: element.type, files: next.map(({ id }) => ({ id })) });
  };
  const add = async (chosen: readonly File[]) => {
    setBusy(true);
    const result = await act({ do: 'upload', files: await readFiles(chosen) });
    setBusy(false);
    setRefusal(result.ok ? null : explain(result.error));
    if (result.ok) put([...files, ...(result.files ?? [])].slice(0, most));
  };
  const { 'aria-required': _, ...attributes } = fieldAttributes(fieldProps(field, {}, 'Pliki'));
  return (
    <div className="file-input">
      {files.map((file) => (
        <FileCard key={file.id} file={file} onRemove={() => put(files.filter((one) => one.id !== file.id))} />
      ))}
      {files.length >= most ? null : (
        <div className="file-pick" aria-busy={busy}>
          <input
            {...attributes}
            type="file"
            multiple={most > 1}
            accept={element.filetypes?.map((type) => `.${type}`).join(',')}
            onChange={(event) => {
              void add([...(event.target.files ?? [])]);
              event.target.value = '';
            }}
          />
          {busy ? <span className="spinner" /> : <Icon name="attach" />}
          <span>
            {busy ? 'Przesyłam…' : 'Wybierz plik albo upuść go tutaj'}
            {element.filetypes === undefined ? null : <small> ({element.filetypes.join(', ')})</small>}
          </span>
        </div>
      )}
      {refusal === null ? null : (
        <p className="field-error" role="alert">
          Nie udało się przesłać: {refusal}.
        </p>
      )}
    </div>
  );
}
