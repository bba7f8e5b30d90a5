import type { Level } from '#modules/organisations/unit/rules.ts';
import type { Member } from './accounts.ts';
import { type Entry, stateOf } from './entries.ts';
import type { Cycle } from './movement.ts';
import type { Place } from './places.ts';
import type { Ground } from './province.ts';
import type { Tree } from './state.ts';

/** What the offices' own work is made upon: the registrations as they were written, who serves where, and the year that runs. */
export interface Scene {
  entries: readonly Entry[];
  people: readonly Member[];
  ground: Ground;
  tree: Tree;
  cycle: Cycle;
  today: string;
}

/** Somebody of the demo by their user name. */
export function by({ people }: Pick<Scene, 'people'>, username: string): Member {
  return people.find((member) => member.username === username) as Member;
}

/** Where, and as what, somebody serves today. */
export const servesToday = ({ tree }: Pick<Scene, 'tree'>, member: Member) =>
  tree === 'since' ? member.since : member;

/** The unit that keeps the movement. */
export const provinceOf = ({ ground }: Pick<Scene, 'ground'>) => ground.upper[0] as Place;

/** This year's registrations of a level in one state, all of them or those of one place; in their order. */
export function running({ entries, cycle }: Scene, level: Level, state: string, place?: Place): Entry[] {
  return entries.filter(
    (each) =>
      each.cycle === cycle &&
      each.level === level &&
      stateOf(each) === state &&
      (place === undefined || each.model.place === place),
  );
}
