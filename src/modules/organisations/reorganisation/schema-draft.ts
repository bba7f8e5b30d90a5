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
  counts: { ended: number; created: number; renamed: number };
  appointments: { ended: number; proposed: number; moved: number; gains: number };
  touched: { registrations: number; open: number; unplaced: number; drafts: number };
  /** Whom it touches by name, cut at some length; previews of earlier versions have none. */
  people?: { rows: FoundPerson[]; count: number };
}

/** A duty that an act ends, moves on at once, or offers more to, and the units that it is about. */
export interface FoundPerson {
  person: string;
  role: string;
  at: string;
  how: 'ended' | 'moved' | 'gain';
  units: string[];
}

/** A previewed act is kept as it was found; sums and source come from the program itself. */
export const KeepDraft = Resolution.extend({
  plan: PlanInput,
  source: z.custom<DraftSource>((value) => typeof value === 'object' && value !== null),
  found: z.custom<DraftFound>((value) => typeof value === 'object' && value !== null),
});
