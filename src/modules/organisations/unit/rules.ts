/** The three territorial levels, lowest first. From 1/7/2025 the district level is gone, so it is data, not depth. */
export const LEVELS = ['commune', 'district', 'province'] as const;
export type Level = (typeof LEVELS)[number];

/** A unit as it stood on one day; `path` holds the ids from the root down, joined by dots, on today's tree. */
export interface Unit {
  id: number;
  code: string | null;
  name: string;
  kind: string;
  level: Level;
  parentId: number | null;
  path: string;
}

/** True when `path` is at or under `root`. */
export function isUnder(path: string, root: string): boolean {
  return path === root || path.startsWith(`${root}.`);
}
