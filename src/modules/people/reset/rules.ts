/** How long the link of a letter opens the way to a new password. */
export const RESET_MINUTES = 30;
