/** How long the link that proves an address is good. */
export const PROOF_MINUTES = 60;
