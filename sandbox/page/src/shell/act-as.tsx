import type { PagePerson } from '../../../page-api.ts';
import { useWorkspace } from '../store/workspace.tsx';
import { Avatar } from '../ui/avatar.tsx';
import { kindName, personChoice } from '../ui/choices.ts';
import { Combobox } from '../ui/combobox.tsx';

/** The kinds in the order of the list, each with its heading. */
const groups: Readonly<Partial<Record<PagePerson['kind'], string>>> = {
  admin: 'Administracja',
  member: 'Pełne konta',
  guest: 'Goście',
  single_channel_guest: 'Goście jednego kanału',
  foreign: 'Inne organizacje (Slack Connect)',
  deactivated: 'Dezaktywowane konta',
};

/** Chooses in whose name one acts; the kind of their account is always in sight. */
export function ActAs({ onChange }: { readonly onChange: (id: string) => void }) {
  const { me, people } = useWorkspace().snapshot;
  const choices = Object.entries(groups).flatMap(([kind, group]) =>
    people
      .filter((person) => person.kind === kind)
      .map((person) => ({
        ...personChoice(person),
        group,
        tag: kindName(person),
        disabled: kind === 'deactivated',
      })),
  );
  return (
    <div className="act-as">
      <label htmlFor="act-as">Działaj jako</label>
      <Avatar person={me} />
      <Combobox
        id="act-as"
        label="Działaj jako"
        placeholder="Wybierz osobę"
        choices={choices}
        picked={[personChoice(me)]}
        onChange={([next]) => {
          if (next !== undefined) onChange(next.key);
        }}
      />
      <span className="tag" title={`${kindName(me)} · ${me.teamName}`}>
        {kindName(me)}
      </span>
    </div>
  );
}
