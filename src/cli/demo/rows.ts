import { TRANSITIONS } from '#modules/initiatives/registration/rules.ts';
import { initiativeCode, registerKey, searchText } from '#modules/initiatives/registration/rules-keys.ts';
import { officeTime } from './days.ts';
import { dice } from './dice.ts';
import type { Doers } from './doers.ts';
import { answering, dayOfAct, type Entry, stateOf } from './entries.ts';
import type { Row } from './insert.ts';
import type { Model } from './model.ts';
import { CODE_PREFIX } from './movement.ts';
import { isShown, versionOf } from './publish.ts';
import { sectorId } from './registrants.ts';
import { partsOf } from './texts.ts';
import { PRAISE } from './words/reasons.ts';

/** Ids of the programmes that a field's models are linked to, in the order of the fields' ids. */
const PROGRAMMES = [
  [2, 4],
  [2, 5],
  [5, 1],
  [1, 6],
] as const;
/** Of a finished year's commune-level verdicts, so many in a hundred have their checklist kept. */
const APPRAISED = 0.25;

export function initiativeRow(model: Model): Row {
  const { id, name, place, registrant, fieldId, publishedOn } = model;
  return {
    id,
    code: codeOf(model),
    name,
    unit_id: place.id,
    keeper_unit_id: place.id,
    registrant_id: registrant.id,
    sector_id: sectorId(registrant),
    field_id: fieldId,
    subject: registrant.subject,
    published_at: publishedOn && published(publishedOn),
    public_registrant: publishedOn && registrant.subject === 'collective' ? registrant.name : null,
    created_at: model.enteredAt,
  };
}

export function versionRows(model: Model): Row[] {
  const programmes = model.full
    ? (PROGRAMMES[model.fieldId - 1] ?? []).slice(0, dice('programmes', model.id).int(0, 2))
    : [];
  return model.versions.map((version, at) => ({
    id: version.id,
    initiative_id: model.id,
    number: at + 1,
    name: model.name,
    ...partsOf(model, version.year),
    programmes,
    published_at: version.published && model.publishedOn ? published(model.publishedOn) : null,
    created_at: at === 0 ? model.enteredAt : `${version.year}-02-20T08:00:00+07:00`,
  }));
}

export function registrationRow(entry: Entry): Row {
  const { model, steps } = entry;
  const { place, registrant } = model;
  return {
    id: entry.id,
    initiative_id: model.id,
    version_id: versionOf(model, entry.cycle.year).id,
    cycle_id: entry.cycle.id,
    level: entry.level,
    unit_id: place.id,
    keeper_unit_id: place.id,
    place_unit_id: place.level === 'commune' ? place.id : null,
    registrant_id: registrant.id,
    sector_id: sectorId(registrant),
    field_id: model.fieldId,
    subject: registrant.subject,
    state: stateOf(entry),
    submitted_on: dayOfAct(entry, 'submit'),
    carried_out_on: dayOfAct(entry, 'self_assess'),
    recognised_by: entry.recognisedBy?.id ?? null,
    outstanding_by: entry.outstandingBy?.id ?? null,
    commended_by: entry.commendedBy?.id ?? null,
    put_forward_from: entry.from?.id ?? null,
    register_key: registerKey(model.name, registrant.name),
    plain_text: searchText(model.name, registrant.name, place.name, codeOf(model)),
    name: model.name,
    published_at: isShown(entry) && model.publishedOn ? published(model.publishedOn) : null,
    version: steps.length,
    state_since: timeOf(entry, steps.length - 1),
  };
}

export function eventRows(entry: Entry, doers: Doers): Row[] {
  return entry.steps.map(({ act, reason, details = {} }, at) => {
    const doer = doers.of(entry, act);
    return {
      registration_id: entry.id,
      act,
      state: TRANSITIONS[act].to,
      reason,
      actor_id: doer.id,
      actor_name: doer.name,
      at: timeOf(entry, at),
      details,
      // A return keeps which form it sends back.
      version_id: act === 'return' ? versionOf(entry.model, entry.cycle.year).id : null,
    };
  });
}

/** The verdict on a registration that was appraised, for all but most of the finished years' commune-level ones. */
export function appraisalRows(entry: Entry, doers: Doers): Row[] {
  const at = entry.steps.findIndex(({ act }) => act === 'propose' || act === 'decline');
  const throws = dice('appraisal', entry.id);
  const isListed = entry.cycle.year > 2019 || entry.level !== 'commune' || throws.chance(APPRAISED);
  if (at < 0 || !isListed) return [];
  const asked = entry.cycle.criteria[entry.model.registrant.subject];
  const isProposed = entry.steps[at]?.act === 'propose';
  const missed = isProposed ? 0 : throws.int(1, 3);
  const appraiser = doers.officer(entry);
  return [
    {
      registration_id: entry.id,
      unit_id: answering(entry.model.place, entry.level).id,
      appraiser_id: appraiser.id,
      appraiser_name: appraiser.name,
      verdict: isProposed ? 'proposed' : 'not_recognised',
      reason: isProposed ? throws.pick(PRAISE) : entry.steps[at]?.reason,
      met: asked.slice(0, asked.length - missed),
      asked,
      at: timeOf(entry, at),
    },
  ];
}

/** The instant of a registration's step. */
export function timeOf({ id, steps }: Entry, at: number): string {
  return officeTime(steps[at]?.day as string, at, id * 7 + at * 13);
}

/** The number of a model. */
export const codeOf = ({ year, id }: Model) => initiativeCode(CODE_PREFIX, year, id);
const published = (day: string) => `${day}T08:30:00+07:00`;
