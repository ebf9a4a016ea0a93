export const requestKinds = ['tool', 'change', 'data', 'launch', 'broken'] as const;

/** What is asked for: a tool, a change to a tool or site, data or access, launch support, or a repair. */
export type RequestKind = (typeof requestKinds)[number];

/** How large the work is, set by IT when it accepts. */
export const sizes = ['S', 'M', 'L'] as const;
export type Size = (typeof sizes)[number];
