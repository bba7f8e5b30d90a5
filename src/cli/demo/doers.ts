import type { Transition } from '#modules/initiatives/registration/rules.ts';
import { OFFICER_LEVEL } from '#modules/people/appointment/rules.ts';
import type { Member } from './accounts.ts';
import { answering, type Entry } from './entries.ts';

/** Who did an act: a person with an account, or just a name. */
export interface Doer {
  id: number | null;
  name: string;
}

const BY_REGISTRANT = new Set<Transition>(['submit', 'recall', 'self_assess', 'withdraw']);

/** Who did what: the demo's accounts where they serve, elsewhere an office without a name. */
export class Doers {
  private readonly officers = new Map<number, Member>();
  private readonly registrants = new Map<object, Member>();

  constructor(people: readonly Member[]) {
    for (const member of people) {
      if (member.registrant) this.registrants.set(member.registrant, member);
      else
        for (const { role, place } of [member, member.since])
          if (role in OFFICER_LEVEL) this.officers.set(place.id, member);
    }
  }

  of(entry: Entry, act: Transition): Doer {
    return BY_REGISTRANT.has(act) ? this.sender(entry) : this.officer(entry);
  }

  /** The office of the registration's level. */
  officer({ model, level }: Entry): Doer {
    const unit = answering(model.place, level);
    const member = this.officers.get(unit.id);
    return { id: member?.id ?? null, name: member?.name ?? `Cán bộ ${unit.inText} (dữ liệu mẫu)` };
  }

  private sender({ model: { registrant } }: Entry): Doer {
    const member = this.registrants.get(registrant);
    return { id: member?.id ?? null, name: member?.name ?? registrant.name };
  }
}
