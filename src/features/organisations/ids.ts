/** Words of Slack for this feature: action, callback and option ids. */
export const IDS = {
  page: 'organisations_page',
} as const;
