import { fold } from '#platform/vietnamese.ts';

const DAY = 86_400_000;
/**
 * How long a link is good; how many invitations one person makes one by one in an hour, or of a list in a day, and how many go to
 * one address in a day.
 */
export const INVITATION = { life: 7 * DAY, hourly: 60, bulk: 500, daily: 3 };

export type InvitationState = 'open' | 'used' | 'revoked' | 'expired';

export interface InvitationDates {
  expiresAt: Date;
  usedAt: Date | null;
  revokedAt: Date | null;
}

export function stateOf({ expiresAt, usedAt, revokedAt }: InvitationDates, now: Date): InvitationState {
  if (usedAt) return 'used';
  if (revokedAt) return 'revoked';
  return expiresAt.getTime() > now.getTime() ? 'open' : 'expired';
}

/** A user name that a person may like: 'Lê Thị Hoa' is 'le.thi.hoa'. */
export function suggestedUsername(fullName: string): string {
  return fold(fullName).replaceAll(' ', '.').slice(0, 60);
}
