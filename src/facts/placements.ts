/** The facts by which people are told apart in lists, groups and budget codes, whatever a policy reads. */
export const PLACEMENTS = ['school', 'stage', 'area', 'post'] as const;
export type Placement = (typeof PLACEMENTS)[number];
