import type { Level } from '#modules/organisations/unit/rules.ts';
import { dice } from './dice.ts';
import type { Row } from './insert.ts';
import type { Cycle } from './movement.ts';
import type { Place } from './places.ts';

/** A numbered paper of one unit's committee for one cycle and level. */
export interface Decision {
  id: number;
  kind: 'recognition' | 'outstanding' | 'commendation';
  cycle: Cycle;
  level: Level;
  unit: Place;
  day: string;
  published: boolean;
}

/** The book of decisions: one for each unit, cycle and kind, numbered as they are asked for. */
export class DecisionBook {
  private readonly entries = new Map<string, Decision>();

  of(kind: Decision['kind'], cycle: Cycle, unit: Place, day: string): Decision {
    const key = `${kind} ${cycle.id} ${unit.id}`;
    const decision = this.entries.get(key) ?? {
      id: this.entries.size + 1,
      kind,
      cycle,
      level: unit.level,
      unit,
      day,
      published: false,
    };
    this.entries.set(key, decision);
    return decision;
  }

  rows(): Row[] {
    return [...this.entries.values()].map(decisionRow);
  }
}

function decisionRow({ id, kind, cycle, level, unit, day, published }: Decision): Row {
  const throws = dice('decision', kind, cycle.year, unit.code);
  return {
    id,
    kind,
    number:
      kind === 'commendation'
        ? `${throws.int(100, 900)}/QĐ-UBND`
        : `${String(throws.int(2, 48)).padStart(2, '0')}-QĐ/BCĐ`,
    decided_on: day,
    signer: 'Trưởng Ban Chỉ đạo (dữ liệu mẫu)',
    signer_post: `Trưởng Ban Chỉ đạo phong trào thi đua "Dân vận khéo" ${unit.inText}`,
    cycle_id: cycle.id,
    level,
    unit_id: unit.id,
    published_at: published ? `${day}T17:00:00+07:00` : null,
    created_at: `${day}T09:00:00+07:00`,
  };
}
