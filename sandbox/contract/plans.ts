/** What a workspace's plan allows (Slack contract 5.12). */
export const PLANS = {
  free: { connect: false, historyDays: 90 },
  paid: { connect: true, historyDays: Number.POSITIVE_INFINITY },
} as const;
