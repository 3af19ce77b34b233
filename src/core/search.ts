import { slug } from './slug.ts';

const NOTHING = 'x';

/** Whether a name fits what somebody types into a search: case, accents and Polish letters do not matter. */
export function matches(query: string, name: string): boolean {
  const wanted = query.trim().toLocaleLowerCase('pl');
  if (wanted === '' || name.toLocaleLowerCase('pl').includes(wanted)) return true;
  const bare = slug(wanted, 200, NOTHING);
  return bare !== NOTHING && slug(name, 500, NOTHING).includes(bare);
}
