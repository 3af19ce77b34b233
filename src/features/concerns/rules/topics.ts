/** What an organisation may say of its expert, in private (OR-15, N4). */
export const WISHES = ['unreachable', 'another'] as const;

/** What an expert may say of an organisation, in private (ME-12). */
export const ALARMS = ['silent', 'risk', 'conflict', 'difficulty'] as const;

/** What staff owe an answer to: the above, and what may be said in the general form. */
export const TOPICS = [...WISHES, ...ALARMS, 'expert', 'complaint'] as const;
export type Topic = (typeof TOPICS)[number];

/** Reads a stored topic; null for those to which nobody keeps count. */
export const topicOf = (stored: string): Topic | null => TOPICS.find((topic) => topic === stored) ?? null;

export const isAlarm = (topic: Topic): boolean => ALARMS.some((alarm) => alarm === topic);
