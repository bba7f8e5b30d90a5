import type { Translate } from './i18n.ts';
import type { Reason } from './refusal.ts';

/**
 * What a page could offer: the message key of each act's words with what its policy answers; null where the thing as it stands has
 * no such act, for nobody.
 */
export type Offers = Readonly<Record<string, true | Reason | null>>;

/** The acts that are withheld, each with the sentence with which the server would refuse it; for `WhyNot`. */
export function withheldIn(t: Translate, offers: Offers): { act: string; why: string }[] {
  return Object.entries(offers).flatMap(([act, answer]) =>
    answer === true || answer === null ? [] : [{ act: t(act), why: t(answer.code, answer.params) }],
  );
}
