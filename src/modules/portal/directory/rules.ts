/** The three groups of the links directory, in their order on the page. */
export const LINK_GROUPS = ['party_state', 'press', 'university'] as const;
export type LinkGroup = (typeof LINK_GROUPS)[number];
