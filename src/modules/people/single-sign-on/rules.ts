/** The cookie that binds the way there and back to one browser, and for how long. */
export const WAY_COOKIE = 'kheo_way';
export const WAY_MINUTES = 10;
