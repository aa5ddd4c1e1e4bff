/** The schema that holds every table of ours; jobs have one of their own. */
export const SCHEMA = 'huoti';
