import { LEVELS } from '#modules/organisations/unit/rules.ts';
import type { WriteDb } from '#platform/server/context.ts';
import type { Member } from './accounts.ts';
import type { DecisionBook } from './decisions.ts';
import { dice } from './dice.ts';
import { Doers } from './doers.ts';
import type { Entry } from './entries.ts';
import { insertMade, insertRows } from './insert.ts';
import { writeLives } from './life.ts';
import type { Model } from './model.ts';
import { publish } from './publish.ts';
import { type Registrant, registrantRows } from './registrants.ts';
import { appraisalRows, eventRows, initiativeRow, registrationRow, timeOf, versionRows } from './rows.ts';

/** Of the models carried over, so many in a hundred were sent with a new text. */
const SENT_ANEW = 0.5;

/**
 * Numbers everything in the order in which it was entered, then writes it table by table; `told` hears the share that is done.
 * Returns the models that are public.
 */
export async function writeEntries(
  tx: WriteDb,
  entries: readonly Entry[],
  book: DecisionBook,
  people: readonly Member[],
  today: string,
  told: (share: number) => void,
): Promise<Model[]> {
  const ordered = inOrder(entries);
  const models = numbered(ordered);
  const published = publish(ordered);
  await insertRows(tx, 'registrant', registrantRows(newRegistrants(models, people)));
  await insertRows(tx, 'decision', book.rows());
  await insertMade(tx, 'initiative', models, (model) => [initiativeRow(model)]);
  told(0.2);
  await insertMade(tx, 'initiative_version', models, versionRows);
  told(0.4);
  await insertMade(tx, 'registration', ordered, (entry) => [registrationRow(entry)]);
  told(0.75);
  const doers = new Doers(people);
  await insertMade(tx, 'registration_event', ordered, (entry) => eventRows(entry, doers));
  await insertMade(tx, 'appraisal', ordered, (entry) => appraisalRows(entry, doers));
  await writeLives(tx, ordered, doers, today);
  told(1);
  return published;
}

/** By cycle, level and day; what is put forward comes after what it was put forward from. */
function inOrder(entries: readonly Entry[]): Entry[] {
  const key = ({ cycle, level, steps }: Entry) => `${cycle.id} ${LEVELS.indexOf(level)} ${steps[0]?.day}`;
  const keyed = entries.map((entry) => ({ entry, key: key(entry) }));
  keyed.sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0));
  return keyed.map(({ entry }) => entry);
}

/** Gives registrations, models and versions their ids. */
function numbered(ordered: readonly Entry[]): Model[] {
  const models = new Set<Model>();
  let versions = 0;
  ordered.forEach((entry, at) => {
    const { model, cycle } = entry;
    entry.id = at + 1;
    if (!models.has(model)) {
      models.add(model);
      model.id = models.size;
      model.enteredAt = timeOf(entry, 0);
      model.versions = [{ id: ++versions, year: cycle.year, published: false }];
    } else if (model.versions.at(-1)?.year !== cycle.year && dice('anew', model.id).chance(SENT_ANEW)) {
      model.versions.push({ id: ++versions, year: cycle.year, published: false });
    }
  });
  return [...models];
}

/** Those who register something and are not written yet; the accounts' own came with the accounts. */
function newRegistrants(models: readonly Model[], people: readonly Member[]): Registrant[] {
  let last = people.filter((member) => member.registrant).length;
  const found = new Set(models.map((model) => model.registrant).filter((registrant) => registrant.id === 0));
  for (const registrant of found) registrant.id = ++last;
  return [...found];
}
