import type { Language, Translate } from '#platform/i18n.ts';
import { formatMoment } from '#platform/moments.ts';
import { formatDay } from '#platform/vietnamese.ts';

/** The act that empties the body of an event; the database knows it by this name too. */
export const ANONYMISE = 'audit.anonymise';

/** The kinds of record that events are about, as one searches for them. */
export const KINDS = [
  'initiative',
  'registration',
  'draft',
  'appraisal',
  'team',
  'review',
  'decision',
  'import_batch',
  'registrant',
  'person',
  'account',
  'handover',
  'account_request',
  'people_import',
  'appointment',
  'body',
  'sector',
  'unit',
  'reorganisation',
  'reorganisation_draft',
  'movement',
  'cycle',
  'calendar_day',
  'launch',
  'article',
  'saved_view',
  'digest',
  'audit_event',
  'setup_code',
  'installation',
] as const;

/** Where the record of a kind is shown by its own number. */
export const PAGES: Readonly<Record<string, string>> = {
  initiative: '/office/initiatives',
  decision: '/office/decisions',
  reorganisation: '/office/reorganisations',
  import_batch: '/office/registers',
  handover: '/office/handovers',
  launch: '/office/movement/launches',
  person: '/office/people',
  people_import: '/office/people/import',
  audit_event: '/office/audit',
};

/** What the rows of a set-based act are, where they are not registrations. */
export const ROWS_ARE: Readonly<Record<string, string>> = {
  'registrant.name_many': 'registrant',
  'people_import.apply': 'person',
  'invitation.create_many': 'person',
};
export const ROWS_ARE_MOSTLY = 'registration';

/** One field of a record: nothing on a side means that it was empty, or not there yet. */
export interface Change {
  field: string;
  before: unknown;
  after: unknown;
}

type Body = Record<string, unknown>;
const isBody = (value: unknown): value is Body => typeof value === 'object' && value !== null && !Array.isArray(value);
const isNothing = (value: unknown) =>
  value === undefined || value === null || value === '' || (Array.isArray(value) && value.length === 0);
const same = (one: unknown, other: unknown) =>
  JSON.stringify(one) === JSON.stringify(other) || (isNothing(one) && isNothing(other));

/**
 * What an act changed, field by field, in the order of the body: the fields that differ. A body after the act tells only what
 * it touched, so a field that it leaves out has not changed; without such a body the record is gone, and every field with it.
 */
export function changesOf(before: unknown, after: unknown): Change[] {
  if (!isBody(before) && !isBody(after)) return same(before, after) ? [] : [{ field: '', before, after }];
  const [one, other] = [flat(before), flat(after)];
  const fields = isBody(after) ? Object.keys(other) : Object.keys(one);
  return fields
    .map((field) => ({ field, before: one[field], after: other[field] }))
    .filter((change) => !same(change.before, change.after));
}

/** The fields of a body; of a record within it by both names, as in `holder.name`. */
function flat(value: unknown, prefix = ''): Body {
  if (!isBody(value)) return {};
  const entries = Object.entries(value).flatMap(([key, each]): [string, unknown][] =>
    isBody(each) && prefix.split('.').length < 4
      ? Object.entries(flat(each, `${prefix}${key}.`))
      : [[`${prefix}${key}`, each]],
  );
  return Object.fromEntries(entries);
}

/** The words of a field where they are known; else its own name, taken apart. */
export function labelOf(t: Translate, field: string): string {
  const last = field.split('.').at(-1) ?? '';
  for (const key of [`audit.field.${field}`, `audit.field.${last}`, `registration.part.${last}`]) {
    const said = t(key);
    if (said !== key) return said;
  }
  return field
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .replace(/[_.]/g, ' ')
    .toLowerCase();
}

/** Where the words of a value are, by the name of its field. */
const WORDS: Readonly<Record<string, string>> = {
  state: 'registration.state',
  level: 'registration.level',
  levels: 'registration.level',
  subject: 'registration.subject',
  verdict: 'appraisal.verdict',
  role: 'account.role',
  language: 'audit.language',
  confirmedBy: 'session.confirmed_by',
};

/** A value as a person reads it, without days and moments, which the reader's language writes. */
export function saidOf(t: Translate, field: string, value: unknown, written: (text: string) => string): string {
  if (isNothing(value)) return t('audit.nothing');
  if (typeof value === 'boolean') return t(value ? 'audit.yes' : 'audit.no');
  if (Array.isArray(value)) return value.map((each) => saidOf(t, field, each, written)).join(', ');
  if (typeof value === 'object') return JSON.stringify(value);
  const key = `${WORDS[field.split('.').at(-1) ?? '']}.${value}`;
  const said = t(key);
  return said === key ? written(String(value)) : said;
}

/** At most so many characters, the last of them saying that there is more. */
export function shortened(text: string, most: number): string {
  const line = text.replace(/\s+/g, ' ');
  return line.length > most ? `${line.slice(0, most - 1).trimEnd()}…` : line;
}

const MOMENT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:\d{2})$/;
const DAY = /^\d{4}-\d{2}-\d{2}$/;

/** Writes days and moments as the reader's language does, and leaves every other text as it is. */
export const writtenIn = (language: Language) => (text: string) => {
  if (MOMENT.test(text)) return formatMoment(new Date(text), language);
  return DAY.test(text) ? formatDay(text, language) : text;
};

const NAMELESS: Readonly<Record<string, string>> = { system: 'audit.system', public: 'audit.public' };

/** Who did it, in words. */
export function actorIn(t: Translate, { actorName, emptied }: { actorName: string; emptied: boolean }): string {
  return emptied ? t('audit.name_taken_out') : t(NAMELESS[actorName] ?? actorName);
}

/** What it was done to: its kind and its number. */
export function subjectIn(t: Translate, event: { subjectKind: string | null; subjectId: number | null }): string {
  const { subjectKind, subjectId } = event;
  if (!subjectKind) return '';
  const key = `audit.kind.${subjectKind}`;
  const kind = t(key) === key ? subjectKind : t(key);
  return subjectId === null ? kind : `${kind} ${subjectId}`;
}
