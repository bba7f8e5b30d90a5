import type { LayoutServerLoad } from './$types';

/** What every page needs: the language of its words, and whether somebody is there. */
export const load: LayoutServerLoad = ({ locals: { language, signedIn } }) => ({ language, signedIn });
