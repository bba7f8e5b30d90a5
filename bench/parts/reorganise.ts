import { touchedBy } from '../../src/modules/initiatives/registration/server/queries-touched.ts';
import { type Plan, splitUnits } from '../../src/modules/organisations/reorganisation/rules.ts';
import type { Unit } from '../../src/modules/organisations/unit/rules.ts';
import { unitsOn } from '../../src/modules/organisations/unit/server/queries.ts';
import { SYSTEM, systemScope } from '../../src/modules/people/scope/rules.ts';
import {
  previewReorganisation,
  reorganise,
  undoReorganisation,
} from '../../src/modules/people/transition/server/actions.ts';
import { type Context, dayOf } from '../../src/platform/server/context.ts';
import { connect, read } from '../../src/platform/server/db.ts';
import { NOW } from '../site.ts';
import { onDatabase } from '../sql.ts';
import { duration, type Line } from '../table.ts';
import type { World } from '../world.ts';

const DAY_BEFORE = '2026-03-09';
const RESOLUTION = 'Đo thử/NQ';

/** Merges every commune with two others under the root and ends what stands between: all units, every row of them; then takes it back. */
export async function reorganising({ url }: World): Promise<Line[]> {
  // A place that an earlier bench has grown may have given units ids past the sequence.
  await onDatabase(url, (client) =>
    client.query(`select setval(pg_get_serial_sequence('unit', 'id'), max(id)) from unit`),
  );
  const database = connect(url, 2);
  const now = new Date(NOW);
  const ctx: Context = { database, actor: SYSTEM, scope: systemScope(), now, requestId: 'bench' };
  try {
    const standing = await read(ctx, (db) => unitsOn(db, DAY_BEFORE));
    const plan = mergeAll(standing, dayOf(now));
    const timed = async <T>(work: () => Promise<T>) => {
      const began = performance.now();
      const answer = await work();
      return { answer, ms: performance.now() - began };
    };
    const preview = async () => {
      await previewReorganisation(ctx, { resolution: RESOLUTION, plan });
      return read(ctx, (db) => touchedBy(db, plan.ended, splitUnits(plan)));
    };
    // Twice, as a preview is looked at again after a correction; the first finds everything cold.
    const [cold, warm] = [await timed(preview), await timed(preview)];
    const applied = await timed(() => reorganise(ctx, { resolution: RESOLUTION, plan }));
    const undone = await timed(() => undoReorganisation(ctx, { id: applied.answer.id }));
    await forget(url, applied.answer.id);
    const seconds = { preview: Math.max(cold.ms, warm.ms), apply: applied.ms };
    return [
      {
        what: `reorganisation of ${standing.length} units, ${cold.answer.registrations.toLocaleString('en-US')} registrations`,
        speed: `preview ${duration(cold.ms)}, again ${duration(warm.ms)}; apply ${duration(applied.ms)}`,
        beside: `taking it back ${duration(undone.ms)}`,
        checks: [
          ['preview ≤ 2 s', seconds.preview <= 2000],
          ['apply ≤ 10 s', seconds.apply <= 10_000],
        ],
      },
    ];
  } finally {
    await database.close();
  }
}

/** Of each commune and its two neighbours by code a new one under the root, the third given away in parts. */
function mergeAll(standing: readonly Unit[], effectiveOn: string): Plan {
  const plan: Plan = { effectiveOn, created: [], ended: [], changed: [], successions: [] };
  const root = standing.find((unit) => unit.parentId === null) as Unit;
  const communes = standing.filter((unit) => unit.level === 'commune');
  plan.ended = standing.filter((unit) => unit.parentId !== null).map((unit) => unit.id);
  for (let at = 0; at < communes.length; at += 3) {
    const key = `n${at}`;
    plan.created.push({ key, name: `Xã Hợp Nhất ${at / 3 + 1}`, kind: 'commune', code: null, parent: root.id });
    const [one, other, third] = communes.slice(at, at + 3);
    for (const whole of [one, other]) if (whole) plan.successions.push({ from: whole.id, to: key, share: 'whole' });
    if (third) plan.successions.push({ from: third.id, to: key, share: 'part' });
    if (third && at > 0) plan.successions.push({ from: third.id, to: `n${at - 3}`, share: 'part' });
    else if (third) plan.successions.push({ from: third.id, to: `n${communes.length > 3 ? 3 : 0}`, share: 'part' });
  }
  return plan;
}

/** An act that was taken back stays on record; of one that was only measured no trace is left on the page of acts. */
function forget(url: string, id: number): Promise<unknown> {
  return onDatabase(url, (client) => client.query('delete from reorganisation where id = $1', [id]));
}
