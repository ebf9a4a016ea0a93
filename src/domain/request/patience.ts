/** A done request reopens in one tap for this long; afterwards it is asked again. */
export const daysToReopen = 30;
/** How often marketing is asked again before silence counts as an answer, or goes to the leads. */
export const nudgesBeforeSilence = 2;
