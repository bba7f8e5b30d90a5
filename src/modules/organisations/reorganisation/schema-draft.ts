import { z } from 'zod';
import type { Level } from '../unit/rules.ts';
import { PlanInput, Resolution } from './schema.ts';

/** What an act was written as: the form's fields, or what a list left open. */
export type DraftSource =
  | { by: 'acts'; values: Record<string, string> }
  | {
      by: 'list';
      file: string;
      rows: number;
      province: string | null;
      endLevel: Level | null;
      unknown: { line: number; code: string; name: string }[];
      withoutSuccessor: { code: string | null; name: string }[];
    };

/** What a preview found, in figures. */
export interface DraftFound {
  counts: { ended: number; created: number; continued: number };
  appointments: { ended: number; proposed: number; moved: number; gains: number };
  touched: { registrations: number; open: number; unplaced: number; drafts: number };
}

/** A previewed act is kept as it was found; sums and source come from the program itself. */
export const KeepDraft = Resolution.extend({
  plan: PlanInput,
  source: z.custom<DraftSource>((value) => typeof value === 'object' && value !== null),
  found: z.custom<DraftFound>((value) => typeof value === 'object' && value !== null),
});
