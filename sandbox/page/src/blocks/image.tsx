import { useState } from 'react';
import { useWorkspace } from '../store/workspace.tsx';

type SlackFile = { readonly id?: string; readonly url?: string };
type SlackImageProps = {
  readonly image: { readonly alt_text: string; readonly image_url?: string; readonly slack_file?: SlackFile };
  readonly className: string;
};

/** The id of a file, given as such or within its private address. */
const idOf = ({ id, url }: SlackFile): string => id ?? /-(F\w+)\//.exec(url ?? '')?.[1] ?? '';

/** An image by its address, or a file of the workspace; one that cannot be loaded shows its description. */
export function SlackImage({ image, className }: SlackImageProps) {
  const { snapshot } = useWorkspace();
  const [broken, setBroken] = useState<string | null>(null);
  const file = image.slack_file;
  const source = file === undefined ? image.image_url : `/sandbox/file?as=${snapshot.me.id}&id=${idOf(file)}`;
  if (source === undefined || source === broken) return <span className="image-missing">{image.alt_text}</span>;
  return (
    <img
      className={className}
      src={source}
      alt={image.alt_text}
      title={image.alt_text}
      onError={() => setBroken(source)}
    />
  );
}
