import { ECONOMY } from './rules-topics-economy.ts';
import { GREEN } from './rules-topics-green.ts';
import { PARTY } from './rules-topics-party.ts';
import { SECURITY } from './rules-topics-security.ts';
import { SOCIETY } from './rules-topics-society.ts';

/**
 * What models are about: one line for each topic, with the phrases that offices use for it, the first of which names it.
 * Compared without marks; a longer phrase is read before a shorter one. A line with ~ tells where or by what means rather than what:
 * many different models have it in common, and it weighs less. A line with ^ counts in a content only where the title names it too:
 * contents of every kind mention it. One phrase stands in one line: of two, the first counts.
 */
export const TOPICS = [ECONOMY, SOCIETY, SECURITY, PARTY, GREEN].join('');
