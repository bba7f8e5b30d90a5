import type { Kysely } from 'kysely';
import type { ReadonlyKysely } from 'kysely/readonly';
import type { Pool } from 'pg';
import type { DB } from './db-types.ts';

/** Who acts. What a duty is belongs to the modules, which widen this interface. */
export interface Actor {
  /** The person's id; null for the system itself and for the public. */
  readonly id: number | null;
  readonly name: string;
  /** Of who may act in another's place too: the same person by their own rights alone. */
  readonly own?: Actor;
  /** And by those of one whose place they take, under a name that says so; one for each. */
  readonly inPlace?: readonly Actor[];
}

declare const scopeBrand: unique symbol;

/** What a session may see, as the settings that open its transactions. Only `people/scope` makes one. */
export type Scope = {
  readonly [scopeBrand]: true;
  readonly all: boolean;
  readonly public: boolean;
  readonly person: number | null;
  /** Roots: everything at or under these is seen. */
  readonly units: readonly number[];
  /** What stands under one of the roots and is not seen yet: 'root.unit' each. */
  readonly without: readonly string[];
  /** Units that have ended and whose open work is still seen. */
  readonly kept: readonly number[];
  /** Roots of what is seen of one sector only: 'sector.root' each. */
  readonly sectors: readonly string[];
  /** What stands under such a root and is not seen yet: 'sector.root.unit' each. */
  readonly sectorsWithout: readonly string[];
  /** Units that have ended and whose open work of one sector is still seen: 'sector.unit' each. */
  readonly sectorsKept: readonly string[];
  /** Groups of people that the session's person is one of, and may look into. */
  readonly bodies: readonly number[];
  /** Roots: who serves at or under these is administered by the session's person. */
  readonly administered: readonly number[];
  /** What stands under such a root and is not the session's yet: 'root.unit' each. */
  readonly administeredWithout: readonly string[];
  /** Holds most of all rows, so that no index on their units helps to find them. */
  readonly wide: boolean;
  readonly registrants: readonly number[];
};

export type ReadDb = ReadonlyKysely<DB>;
export type WriteDb = Kysely<DB>;

/** One pool of connections that act as the role which owns nothing. `queries` counts statements for the budgets. */
export interface Database {
  readonly url: string;
  readonly pool: Pool;
  queries: number;
  close(): Promise<void>;
}

/** Everything one request, command or job carries. `now` is asked here and nowhere else. */
export interface Context {
  readonly database: Database;
  readonly actor: Actor;
  readonly scope: Scope;
  readonly now: Date;
  readonly requestId: string;
}

const DAY = new Intl.DateTimeFormat('en-CA', {
  timeZone: 'Asia/Ho_Chi_Minh',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
});

/** The calendar day in Vietnam at an instant, as `yyyy-mm-dd`. */
export function dayOf(instant: Date): string {
  return DAY.format(instant);
}
