import type { PagePerson } from '../../../page-api.ts';

type AvatarProps = { readonly person: PagePerson | null; readonly size?: 'small' | 'large' };

export function Avatar({ person, size = 'small' }: AvatarProps) {
  const hue = person?.avatar.hue ?? 260;
  return (
    <span className={`avatar avatar-${size}`} style={{ background: `hsl(${hue} 42% 32%)` }} aria-hidden="true">
      {person?.avatar.initials ?? 'S'}
    </span>
  );
}
