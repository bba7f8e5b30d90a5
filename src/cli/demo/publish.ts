import { addDays } from './days.ts';
import { dice } from './dice.ts';
import type { Entry } from './entries.ts';
import type { Model } from './model.ts';

/** Of persons' models, so many in a hundred are public, without the name. */
const PERSONS = 0.4;

/** Marks what the province has made public: the collectives' models recognised in 2019, and some of persons. */
export function publish(entries: readonly Entry[]): Model[] {
  const published = entries.filter(isPublic).map(({ model }) => model);
  for (const model of published) {
    model.publishedOn = addDays(
      '2020-01-06',
      dice('published', model.place.code, model.registrant.name, model.name).int(0, 45),
    );
  }
  for (const entry of entries) if (isShown(entry)) show(entry);
  return published;
}

/** A recognised registration of a public model, in a finished year. */
export function isShown({ model, recognisedBy, cycle }: Entry): boolean {
  return model.publishedOn !== null && recognisedBy !== null && cycle.year <= 2019;
}

function isPublic({ model, cycle, level, recognisedBy }: Entry): boolean {
  if (cycle.year !== 2019 || level !== 'commune' || !recognisedBy) return false;
  return (
    model.registrant.subject === 'collective' ||
    dice('person', model.place.code, model.registrant.name, model.name).chance(PERSONS)
  );
}

function show({ model, recognisedBy, cycle }: Entry): void {
  if (recognisedBy) recognisedBy.published = true;
  const version = versionOf(model, cycle.year);
  version.published = true;
}

/** The version that a model was sent with in a year: the latest up to it. */
export function versionOf(model: Model, year: number): Model['versions'][number] {
  return model.versions.findLast((version) => version.year <= year) as Model['versions'][number];
}
