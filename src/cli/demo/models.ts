import { type Dice, dice, shareOut } from './dice.ts';
import type { Model } from './model.ts';
import type { Place } from './places.ts';
import { type Registrant, registrantsOf } from './registrants.ts';
import { localised } from './texts.ts';
import { DEFENCE } from './themes/defence.ts';
import { ECONOMY } from './themes/economy.ts';
import { POLITICS } from './themes/politics.ts';
import { SOCIETY } from './themes/society.ts';
import type { Theme } from './themes/theme.ts';

/** The themes of each field, in the order of the fields' ids, and how often each field comes. */
const THEMES = [ECONOMY, SOCIETY, DEFENCE, POLITICS] as const;
const FIELD_WEIGHTS = [27, 33, 18, 22];
const INDIVIDUALS = 1 / 6;

/** Makes the models of one place in one year, no two of the same name by the same registrant. */
export class Workshop {
  readonly place: Place;
  private readonly registrants: Registrant[];
  private readonly taken: Set<string>;

  constructor(place: Place, registrants = registrantsOf(place), taken = new Set<string>()) {
    this.place = place;
    this.registrants = registrants;
    this.taken = taken;
  }

  /** The same registrants with what they have made, where their place is another than it was. */
  at(place: Place): Workshop {
    return new Workshop(place, this.registrants, this.taken);
  }

  /** The registrant whose name begins so; the demo's accounts are appointed for such. */
  registrant(start: string): Registrant {
    return this.registrants.find((each) => each.name.startsWith(start)) as Registrant;
  }

  /** `count` new models of `year`. */
  make(year: number, count: number): Model[] {
    const throws = dice('models', this.place.code, year);
    return Array.from({ length: count }, () => this.model(year, throws));
  }

  /** New models of one registrant. */
  makeFor(registrant: Registrant, year: number, count: number): Model[] {
    const throws = dice('models', this.place.code, year, registrant.name);
    return Array.from({ length: count }, () => this.model(year, throws, registrant));
  }

  private model(year: number, throws: Dice, wanted?: Registrant): Model {
    const candidates = wanted ? [wanted] : this.registrants;
    const persons =
      !wanted && throws.chance(INDIVIDUALS) ? candidates.filter((each) => each.subject === 'individual') : [];
    for (;;) {
      const fieldId = 1 + weighted(FIELD_WEIGHTS, throws);
      const theme = throws.pick(THEMES[fieldId - 1] as readonly Theme[]);
      if (theme.where && !this.place.traits.includes(theme.where)) continue;
      if (persons.length > 0 && !theme.own) continue;
      const able =
        persons.length > 0
          ? persons
          : candidates.filter((each) => each.kind && theme.by.includes(each.kind) && each.subject === 'collective');
      if (able.length === 0) continue;
      const registrant = throws.pick(able);
      const template = throws.pick(persons.length > 0 ? (theme.own ?? []) : theme.names);
      const name = named(localised(template, this.place), registrant, throws);
      if (this.taken.has(`${registrant.name}|${name}`)) continue;
      this.taken.add(`${registrant.name}|${name}`);
      const full = throws.chance(0.12);
      return {
        id: 0,
        year,
        enteredAt: '',
        name,
        place: this.place,
        registrant,
        fieldId,
        theme,
        full,
        publishedOn: null,
        versions: [],
      };
    }
  }
}

/** How many of `total` each commune enters: some more, some fewer, as communes do. */
export function perCommune(total: number, communes: readonly Place[], year: number): number[] {
  return shareOut(
    total,
    communes.map(({ code }) => 0.72 + 0.56 * dice('weight', code).next() + 0.1 * dice('weight', code, year).next()),
  );
}

function named(template: string, { at }: Registrant, throws: Dice): string {
  const joined = throws.next();
  return template.replace(' {noi}', joined < 0.25 ? '' : joined < 0.75 ? ` ở ${at}` : ` tại ${at}`);
}

function weighted(weights: readonly number[], throws: Dice): number {
  let left = throws.next() * weights.reduce((sum, weight) => sum + weight, 0);
  return weights.findIndex((weight) => {
    left -= weight;
    return left < 0;
  });
}
