import type { z } from 'zod';
import { PARTS } from '../registration/schema.ts';
import type { SaveDraft } from './schema.ts';

/** The sections of the paper form in its order, each with its boxes; on a phone each is a step. */
export const SECTIONS = [
  { name: 'who', boxes: ['unitId', 'registrantName', 'subject', 'paperOn', 'signedBy'] },
  { name: 'what', boxes: ['cycleId', 'levels', 'lateReason', 'fieldId', 'programmes'] },
  { name: 'idea', boxes: ['name', 'reason', 'objectives'] },
  { name: 'doing', boxes: ['content', 'place', 'forces'] },
  { name: 'result', boxes: ['resources', 'outputs', 'sustaining'] },
] as const;
export type SectionName = (typeof SECTIONS)[number]['name'];
export type Box = (typeof SECTIONS)[number]['boxes'][number];

/** The step that holds a box, from 1. */
export function stepOf(box: string): number {
  return SECTIONS.findIndex((section) => (section.boxes as readonly string[]).includes(box)) + 1 || 1;
}

const LABELS: Record<string, string> = {
  unitId: 'draft.unit',
  registrantName: 'draft.registrant',
  subject: 'draft.subject',
  cycleId: 'draft.cycle',
  levels: 'draft.levels',
  fieldId: 'draft.field',
  programmes: 'draft.programmes',
  paperOn: 'draft.paper_on',
  signedBy: 'draft.signed_by',
  lateReason: 'draft.late_reason',
};

/** The message key of a box's label. */
export function labelOf(box: string): string {
  return LABELS[box] ?? `registration.part.${box}`;
}

/** The step that an address asks for; the first one when it asks for none. */
export function stepIn(asked: string | null): number {
  const step = Number(asked);
  return Number.isInteger(step) && step >= 1 && step <= SECTIONS.length ? step : 1;
}

const SINGLE = [
  ...PARTS,
  'unitId',
  'registrantName',
  'subject',
  'fieldId',
  'cycleId',
  'paperOn',
  'signedBy',
  'lateReason',
];
/** What is said of a few forms alone: left out wherever it is empty. */
export const SELDOM: readonly Box[] = ['paperOn', 'signedBy', 'lateReason'];
// A box to tick says nothing when it is not ticked: an empty value goes before each group, so that "none" can be told.
const TICKED = ['levels', 'programmes'];

type Change = Omit<z.input<typeof SaveDraft>, 'id' | 'version'>;

/**
 * What a form brings; boxes that it does not hold are not mentioned and stay as they were, and so do those for which the stored
 * text was chosen (`take`) over what was typed. With it, which page saves for the how-manieth time, if a script counts.
 */
export function changeOf(form: FormData): Change {
  const single = SINGLE.flatMap((name) => (typeof form.get(name) === 'string' ? [[name, form.get(name)]] : []));
  const ticked = TICKED.flatMap((name) =>
    form.has(name) ? [[name, form.getAll(name).filter((value) => value !== '')]] : [],
  );
  const counted = ['writer', 'count'].flatMap((name) => (form.get(name) ? [[name, form.get(name)]] : []));
  const stored = form.getAll('take');
  const brought = [...single, ...ticked].filter(([name]) => !stored.includes(name as string));
  return Object.fromEntries([...brought, ...counted]) as Change;
}

/** The key of every press that sends a draft: a second one, from whichever page, is known as the same. */
export function sendKey(draftId: number): string {
  return `draft-${draftId}`;
}
