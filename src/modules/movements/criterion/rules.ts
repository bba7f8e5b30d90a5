/** One line of what a year asks, with the document it comes from. */
export interface Criterion {
  id: number;
  subject: 'collective' | 'individual';
  code: string;
  textVi: string;
  textEn: string;
  /** What was typed about where it comes from. */
  source: string;
  documentId: number | null;
  clause: string;
  /** Both in one line, to be shown. */
  basis: string;
  /** The most that it is worth; null: met or not. */
  points: number | null;
  /** Words for points of its scale, a line each: `5: …`. */
  anchors: string;
  /** Whose own addition it is; null: asked everywhere. */
  unitId: number | null;
}

const ANCHOR = /^(\d{1,4})\s*[:=.–-]\s*(\S.*)$/u;

/** The words for points of a scale, fewest points first; undefined where a line is none, or names more points than there are. */
export function anchorsOf(text: string, most: number): { points: number; words: string }[] | undefined {
  const lines = text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
  const anchors = lines.flatMap((line) => {
    const [, points, words] = ANCHOR.exec(line) ?? [];
    return words !== undefined && Number(points) <= most ? [{ points: Number(points), words }] : [];
  });
  return anchors.length === lines.length ? anchors.toSorted((a, b) => a.points - b.points) : undefined;
}
