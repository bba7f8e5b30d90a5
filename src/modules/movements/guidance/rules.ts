/** The parts of the form that a guidance letter may explain; the form's own list, which a test compares. */
export const GUIDED = [
  'name',
  'reason',
  'objectives',
  'content',
  'place',
  'forces',
  'resources',
  'outputs',
  'sustaining',
] as const;
export type Guided = (typeof GUIDED)[number];

/** The letter's words about one part, and the document and clause they stand in. */
export interface Guidance {
  part: Guided;
  text: string;
  documentId: number | null;
  clause: string;
  basis: string;
}
