import { wordsIn } from '#messages/catalogues.ts';
import { Refusal } from '#platform/refusal.ts';
import { SheetError } from '#platform/server/sheet.ts';

/** What a command says of a failure: a refusal and an unreadable file in their Vietnamese sentences, else the failure's own words. */
export function sentenceOf(failure: unknown): string {
  const t = wordsIn('vi');
  if (failure instanceof SheetError) return t(`sheet.${failure.code}`);
  if (!(failure instanceof Refusal)) return failure instanceof Error ? failure.message : String(failure);
  const fields = Object.values(failure.fields).map((reason) => t(reason.code, reason.params));
  return fields.length > 0 ? fields.join(' ') : t(failure.reason.code, failure.reason.params);
}
