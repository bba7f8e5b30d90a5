import pg from 'pg';
import { expect, vi } from 'vitest';
import { chooseLanguage } from '../../src/modules/people/account/server/actions-own.ts';
import { type Proof, verifyAudit } from '../../src/modules/people/audit/server/queries-verify.ts';
import { sealAudit } from '../../src/modules/people/audit/server/store.ts';
import { type Cast, openCast } from './cast.ts';

export interface Chain {
  cast: Cast;
  /** A connection that sees all, as the owner. */
  owner: pg.Client;
  connected(): Promise<pg.Client>;
  /** Acts of two people in turn, each an event with a body. */
  acts(count: number): Promise<void>;
  /** Seals until nothing waits: other databases of the cluster may hold the horizon for a moment. */
  seal(): Promise<void>;
  /** What no role of ours may do: past triggers and keys, as who has the machine can. */
  tamper(statement: string): Promise<void>;
  close(): Promise<void>;
}

/** A province of its own whose audit is to be tried. */
export async function openChain(): Promise<Chain> {
  const cast = await openCast();
  const connected = async () => {
    const client = new pg.Client({ connectionString: cast.url });
    await client.connect();
    await client.query(`set kheo.scope_all = 'on'`);
    return client;
  };
  const owner = await connected();
  return {
    cast,
    owner,
    connected,
    async acts(count) {
      for (let turn = 0; turn < count; turn++)
        await chooseLanguage(cast.contextFor(turn % 2 ? 'auditor' : 'commune_officer'), {
          language: turn % 4 < 2 ? 'en' : 'vi',
        });
    },
    seal: () =>
      vi.waitFor(async () => {
        await sealAudit(cast.contextFor('administrator'));
        expect((await verifyAudit(owner)).unsealed).toBe(0);
      }, 20_000),
    async tamper(statement) {
      await owner.query('set session_replication_role = replica');
      await owner.query(statement);
      await owner.query('set session_replication_role = origin');
    },
    async close() {
      await owner.end();
      await cast.close();
    },
  };
}

/** A proof without its last link. */
export const counted = ({ sealed, unsealed, emptied, broken }: Proof) => ({ sealed, unsealed, emptied, broken });
