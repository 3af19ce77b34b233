/** Words of Slack for this feature: action, callback and option ids. */
export const IDS = {
  removeStaff: 'people_staff_remove',
} as const;

/** The queue of people who were just named staff, for the feature that has channels to bring them into. */
export const STAFF_ADDED = 'people.staff_added';
