import type { Row } from './insert.ts';
import { timeOf } from './rows.ts';
import { running, type Scene } from './scene.ts';

/** Until when each that is deferred waits, as its event says it. */
export function deferralRows(scene: Scene): Row[] {
  return running(scene, 'commune', 'deferred').map((entry) => ({
    registration_id: entry.id,
    comes_back_on: entry.steps.at(-1)?.details?.until ?? null,
    deferred_at: timeOf(entry, entry.steps.length - 1),
  }));
}
