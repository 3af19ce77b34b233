/** Where a notice goes: a person (direct message), a Slack channel, or the staff channel of a cohort. */
export type Target = { readonly person: string } | { readonly channel: string } | { readonly staffOf: string };

export type NoticeState = 'pending' | 'sending' | 'sent' | 'failed' | 'dropped' | 'held' | 'cancelled';
/** What staff do in the outbox with what is not said yet. */
export type OutboxAct = 'hold' | 'resume' | 'cancel' | 'hurry' | 'reword';
export type NoticeAct = 'post' | 'arrive' | 'fail' | 'drop' | 'release' | 'retry' | 'retryDoubtful' | OutboxAct;

const STEPS: Readonly<Record<NoticeState, Partial<Record<NoticeAct, NoticeState>>>> = {
  pending: {
    ...{ post: 'sending', fail: 'failed', drop: 'dropped' },
    ...{ hold: 'held', cancel: 'cancelled', hurry: 'pending', reword: 'pending' },
  },
  // Its lane goes on without it.
  held: { resume: 'pending', cancel: 'cancelled', hurry: 'pending', reword: 'held' },
  // Found in this state, whoever posted did not say how it ended: it is looked up before it is posted again.
  sending: { post: 'sending', arrive: 'sent', fail: 'failed', drop: 'dropped', release: 'pending' },
  // It may have arrived before it was given up, and then a retry looks first.
  failed: { retry: 'pending', retryDoubtful: 'sending' },
  sent: {},
  dropped: {},
  cancelled: {},
};

/** The state after an act, or null when the act is not possible now. */
export const next = (state: NoticeState, act: NoticeAct): NoticeState | null => STEPS[state][act] ?? null;
