/** The nine parts of the form, in the order of the paper (the only published form of such a model has these boxes). A letter may explain each. */
export const PARTS = [
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
export type Part = (typeof PARTS)[number];

/** The letter's words about one part, and the document and clause they stand in. */
export interface Guidance {
  part: Part;
  text: string;
  documentId: number | null;
  clause: string;
  basis: string;
}
