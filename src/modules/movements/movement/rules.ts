/** A stretch of years under one programme of action; days are `yyyy-mm-dd`, `until` the last day. */
export interface Phase {
  id: number;
  nameVi: string;
  nameEn: string;
  from: string;
  until: string | null;
  legalBasis: string;
}

/** An emulation movement with its phases. */
export interface Movement {
  id: number;
  unitId: number | null;
  /** The unit that keeps it, as it is called today. */
  unitName: string | null;
  codePrefix: string;
  nameVi: string;
  nameEn: string;
  superiorId: number | null;
  /** The superior's movement as a document names it: also where that one is not kept here. */
  superiorNote: string;
  legalBasis: string;
  phases: Phase[];
}
