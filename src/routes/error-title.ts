const KNOWN = [403, 404, 409, 413, 429];

/** The key of the heading of an error page. */
export function errorTitle(status: number): string {
  return `error.${status >= 500 ? 500 : KNOWN.includes(status) ? status : 'other'}`;
}
