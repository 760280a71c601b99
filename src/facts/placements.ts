/** The facts that lists, groups and budget codes distinguish people by, whatever a policy reads. */
export const PLACEMENTS = ['school', 'stage', 'area', 'post'] as const;
export type Placement = (typeof PLACEMENTS)[number];
