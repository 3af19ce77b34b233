/** Words of Slack for this feature: action, callback and field ids. */
export const IDS = {
  /** Opens the expert's own hours. */
  hours: 'availability_hours',
} as const;
