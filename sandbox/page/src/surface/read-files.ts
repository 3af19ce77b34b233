import type { NewFile } from '../../../page-api.ts';

const read = (file: File): Promise<NewFile> =>
  new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onerror = () => reject(reader.error ?? new Error(`cannot read ${file.name}`));
    reader.onload = () => {
      const content = String(reader.result).replace(/^[^,]*,/, '');
      resolve({ name: file.name, content, ...(file.type === '' ? {} : { mimetype: file.type }) });
    };
    reader.readAsDataURL(file);
  });

/** Files chosen in the browser, as the workspace takes them. */
export const readFiles = (files: readonly File[]): Promise<readonly NewFile[]> => Promise.all(files.map(read));
