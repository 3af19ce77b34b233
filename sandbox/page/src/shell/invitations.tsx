import { useState } from 'react';
import type { PageInvitation } from '../../../page-api.ts';
import { explain } from '../store/explain.ts';
import { shortTime } from '../store/time.ts';
import { useWorkspace } from '../store/workspace.tsx';
import { Icon } from '../ui/icon.tsx';

type Answer = PageInvitation['acts'][number];

const labels: Readonly<Record<Answer, string>> = { accept: 'Przyjmij', approve: 'Zgódź się', decline: 'Odrzuć' };

function inWords({ state, acts, invited, acceptedBy, teamName, postOnly }: PageInvitation): string {
  const rights = postOnly ? 'tylko do pisania' : 'z prawem zapraszania innych';
  if (state === 'requested') return `${invited}: czeka na zgodę na wysłanie (${rights})`;
  if (state === 'accepted') return `${acceptedBy} (${teamName}) chce dołączyć: czeka na zgodę (${rights})`;
  return acts.includes('accept') ? `Zaproszenie dla Ciebie, ${rights}` : `Wysłane do: ${invited}, czeka na odpowiedź`;
}

function Card({ invitation }: { readonly invitation: PageInvitation }) {
  const { act } = useWorkspace();
  const [refusal, setRefusal] = useState<string | null>(null);
  const { id, channelName, acts, state, expires } = invitation;
  const answer = async (one: Answer) => {
    const result = await act({ do: `${one}_invite`, invite: id });
    setRefusal(result.ok ? null : explain(result.error));
  };
  const mine = state !== 'sent' || acts.includes('accept');
  return (
    <li className="invitation">
      <Icon name="shared" />
      <div>
        <strong>Slack Connect: #{channelName}</strong> <small>ważne do {shortTime(expires)}</small>
        <p>{inWords(invitation)}</p>
        {refusal === null ? null : (
          <p className="failure" role="alert">
            {refusal}
          </p>
        )}
      </div>
      {acts.map((one) => (
        <button
          key={one}
          type="button"
          className={one === 'decline' ? 'button' : 'button button-primary'}
          onClick={() => void answer(one)}
        >
          {one === 'decline' && !mine ? 'Wycofaj' : labels[one]}
        </button>
      ))}
    </li>
  );
}

/** Invitations to shared channels that wait for this person's answer. */
export function Invitations() {
  const { invitations } = useWorkspace().snapshot;
  if (invitations.length === 0) return null;
  return (
    <section className="invitations" aria-label="Zaproszenia Slack Connect">
      <ul>
        {invitations.map((one) => (
          <Card key={one.id} invitation={one} />
        ))}
      </ul>
    </section>
  );
}
