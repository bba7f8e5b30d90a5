/** A year of a movement sent down by a unit; `taken` once it was taken back. */
export interface Launch {
  id: number;
  cycleId: number;
  cycle: string;
  movementId: number;
  movementVi: string;
  movementEn: string;
  unitId: number;
  unit: string | null;
  /** The place of the unit in today's tree. */
  path: string;
  title: string;
  words: string;
  launchedByName: string;
  launchedAt: Date;
  takenBackAt: Date | null;
  takenBackByName: string | null;
  takenBackReason: string | null;
}

export interface LaunchFile {
  id: number;
  name: string;
  type: string;
  size: number;
}

/** A unit under the launching one, and who opened it there first. */
export interface Opening {
  unitId: number;
  unit: string;
  parent: string | null;
  personName: string | null;
  openedAt: Date | null;
}

/** In one launch. */
export const MOST_LAUNCH_FILES = 10;
