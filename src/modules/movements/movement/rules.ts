/** A stretch of years under one programme of action; days are `yyyy-mm-dd`, `until` the last day. */
export interface Phase {
  nameVi: string;
  nameEn: string;
  from: string;
  until: string | null;
  legalBasis: string;
}

/** An emulation movement with its phases. */
export interface Movement {
  id: number;
  nameVi: string;
  nameEn: string;
  phases: Phase[];
}
