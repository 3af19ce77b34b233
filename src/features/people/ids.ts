/** Words of Slack for this feature: action, callback and option ids. */
export const IDS = {
  removeStaff: 'people_staff_remove',
} as const;
