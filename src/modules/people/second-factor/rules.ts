/** How codes are made: as every authenticator does unless told otherwise. */
export const TOTP = { digits: 6, period: 30, secretBytes: 20 } as const;
export const RECOVERY_CODES = { many: 10, bytes: 12 };
/** Minutes between password and code. */
export const STEP_MINUTES = 5;
/** The cookie that carries the ticket from the one to the other. */
export const STEP_COOKIE = 'kheo_step';

/** A typed code of the telephone without its spaces; undefined when it cannot be one. */
export function codeOfPhone(typed: string): string | undefined {
  const digits = typed.replace(/\s/g, '');
  return /^\d{6}$/.test(digits) ? digits : undefined;
}
