/** The cookie that binds question and answer to one browser, and for how long. */
export const KEY_COOKIE = 'kheo_key';
export const KEY_MINUTES = 5;
/** How many keys one person has at most. */
export const MOST_KEYS = 10;
