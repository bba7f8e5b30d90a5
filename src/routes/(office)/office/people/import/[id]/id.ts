/** The number in an address; 0, which nothing has, when it is none. */
export const idIn = (asked: string) => (/^\d{1,9}$/.test(asked) ? Number(asked) : 0);
