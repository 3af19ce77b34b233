/** Where Homes that people have opened are brought up to date, one person at a time. */
export const REFRESH = 'home.refresh';
