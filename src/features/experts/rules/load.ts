/** The states of an assignment that take one of an expert's places: asked, or at work. */
export const TAKING_STATES = ['proposed', 'active'] as const;

/** The most that can be given as an expert's limit. Zero means: none for the time being. */
export const MOST_ORGANISATIONS = 50;
