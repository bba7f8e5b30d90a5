import type { PersonName, UnitName } from './cast.ts';
import { sectors, units } from './cast.ts';

/** A row as its table holds it, with what it hangs on already read. */
export type Row = Record<string, unknown>;
/** Who reads: a person of the cast by their place in the province, or a stranger. */
export interface Reader {
  id: number | null;
  all: boolean;
  at: ReadonlySet<number>;
  registrants: readonly number[];
  sector: number | null;
  /** The bodies that they are on. */
  bodies: readonly number[];
}
export const STRANGER: Reader = { id: null, all: false, at: new Set(), registrants: [], sector: null, bodies: [] };

const PROVINCE: UnitName[] = ['province', 'district', 'otherDistrict', 'commune', 'sibling', 'otherCommune'];
/** Of which units each person of the cast reads what; said here once more, by hand, so that the product cannot agree with itself. */
const PLACES: Record<PersonName, { at?: UnitName[]; registrant?: number; sector?: number; all?: true }> = {
  registrant: { registrant: 1 },
  sibling_registrant: { registrant: 2 },
  other_registrant: { registrant: 3 },
  commune_officer: { at: ['commune'] },
  committee_member: { at: ['commune'] },
  sibling_officer: { at: ['sibling'] },
  other_officer: { at: ['otherCommune'] },
  district_officer: { at: ['district', 'commune', 'sibling'] },
  other_district_officer: { at: ['otherDistrict', 'otherCommune'] },
  provincial_officer: { at: PROVINCE },
  sector_officer: { at: PROVINCE, sector: sectors.women },
  administrator: { all: true },
  auditor: { all: true },
};

export function readerOf(person: PersonName, id: number, bodies: readonly number[] = []): Reader {
  const { at = [], registrant, sector = null, all = false } = PLACES[person];
  const registrants = registrant === undefined ? [] : [registrant];
  return { id, all, at: new Set(at.map((unit) => units[unit])), registrants, sector, bodies };
}

type MayRead = (who: Reader, row: Row, rowsOf: (table: string) => readonly Row[]) => boolean;
const everyone: MayRead = () => true;
const onlyAll: MayRead = (who) => who.all;
const own =
  (column: string): MayRead =>
  (who, row) =>
    who.all || (who.id !== null && row[column] === who.id);
/** Of a unit, as a whole: a sector's officer reads a line of it, not the unit's papers. */
const ofUnit =
  (column: string): MayRead =>
  (who, row) =>
    who.all || (who.sector === null && who.at.has(row[column] as number));
/** Of a unit, or of the sector that one serves there. */
const ofLine = (who: Reader, unit: unknown, sector: unknown) =>
  who.all || (who.at.has(unit as number) && (who.sector === null || who.sector === sector));
/** As the row that it hangs on; `inside` is never read by strangers. */
const as =
  (table: string, column: string, inside = false): MayRead =>
  (who, row, rowsOf) =>
    !(inside && who.id === null) &&
    rowsOf(table).some((of) => of.id === row[column] && MAY_READ[table]?.(who, of, rowsOf));

const registration: MayRead = (who, row) =>
  who.id === null
    ? row.published_at !== null
    : ofLine(who, row.keeper_unit_id, row.sector_id) || who.registrants.includes(row.registrant_id as number);
const registrant: MayRead = (who, row) =>
  ofLine(who, row.unit_id, row.sector_id) || who.registrants.includes(row.id as number);
const initiative: MayRead = (who, row, rowsOf) =>
  registration(who, row, rowsOf) ||
  (who.sector !== null &&
    rowsOf('registration').some((each) => each.initiative_id === row.id && registration(who, each, rowsOf)));
const body: MayRead = (who, row, rowsOf) =>
  ofUnit('unit_id')(who, row, rowsOf) || who.bodies.includes(row.id as number);
/** Whom what the district sends down reaches. */
const hears = (who: Reader) =>
  who.sector === null && !who.at.has(units.province) && (who.at.has(units.commune) || who.at.has(units.sibling));
/** What an office has of a registration: not its registrant, nor who serves one sector. */
const council: MayRead = (who, row, rowsOf) =>
  rowsOf('registration').some((of) => of.id === row.registration_id && ofUnit('keeper_unit_id')(who, of, rowsOf));
/** Everybody who reads the model; its office; of a private note who serves at that very commune, and has not written the model. */
const comment: MayRead = (who, row, rowsOf) => {
  if (!as('initiative', 'initiative_id', true)(who, row, rowsOf)) return false;
  if (row.visibility === 'readers') return true;
  const office = rowsOf('initiative').some(
    (of) => of.id === row.initiative_id && ofUnit('keeper_unit_id')(who, of, rowsOf),
  );
  if (row.visibility === 'officers') return office;
  const ids = rowsOf('registration').flatMap((of) => (of.initiative_id === row.initiative_id ? [of.id] : []));
  const isAuthor = rowsOf('registration_event').some(
    (event) => event.act === 'submit' && event.actor_id === who.id && ids.includes(event.registration_id),
  );
  return office && !who.all && who.at.size === 1 && who.at.has(row.unit_id as number) && !isAuthor;
};
const counter: MayRead = (who, row) => who.id !== null && ofLine(who, row.keeper_unit_id, row.sector_id);

/** For each table, who may read which of its rows. A table that is not named here fails the test. */
export const MAY_READ: Record<string, MayRead> = {
  digest: own('person_id'),
  reminder: ofUnit('unit_id'),
  ...Object.fromEntries(
    [
      ...[
        'calendar_day',
        'working_day',
        'unit',
        'unit_name',
        'unit_code',
        'unit_kind',
        'unit_parent',
        'unit_kind_type',
        'unit_sector',
        'unit_boundary',
        'sector',
      ],
      ...['reorganisation', 'unit_succession', 'unit_change', 'movement', 'phase', 'cycle', 'cycle_level', 'field'],
      ...[
        'programme',
        'criterion',
        'legal_document',
        'guidance',
        ...['title_group', 'cycle_title_group'],
        'review_rule',
        'installation',
        'published_figure',
        'directory_link',
        'article_initiative',
      ],
    ].map((table) => [table, everyone]),
  ),
  ...Object.fromEntries(
    [
      ...['audit_row', 'audit_seal', 'sign_in_failure', 'setup_code', 'ticket', 'invitation', 'reorganisation_draft'],
      // Nobody of the cast administers the people of a unit.
      'account_request',
    ].map((table) => [table, onlyAll]),
  ),
  ...Object.fromEntries(
    ['account', 'session', 'device', 'second_factor', 'recovery_code', 'single_sign_on', 'passkey'].map((table) => [
      table,
      own('person_id'),
    ]),
  ),
  audit_event: own('actor_id'),
  idempotency_key: own('actor_id'),
  people_import: own('made_by'),
  saved_view: (who, row) => who.id !== null && row.person_id === who.id,
  // Nobody reads another's draft, whatever their duty.
  draft: (who, row) => who.id !== null && row.owner_id === who.id,
  registration,
  registration_event: as('registration', 'registration_id', true),
  appraisal: as('registration', 'registration_id', true),
  unit_target: ofUnit('unit_id'),
  // The district's: its own people and those of its communes; the province above is not written to.
  launch: (who) => who.all || hears(who),
  launch_file: (who) => who.all || hears(who),
  launch_opening: ofUnit('unit_id'),
  deferral: as('registration', 'registration_id', true),
  team: ofUnit('unit_id'),
  team_member: (who, row, rowsOf) => own('person_id')(who, row, rowsOf) || as('team', 'team_id')(who, row, rowsOf),
  tie: (who, row, rowsOf) =>
    own('person_id')(who, row, rowsOf) ||
    rowsOf('registration').some(
      (of) => of.initiative_id === row.initiative_id && ofUnit('keeper_unit_id')(who, of, rowsOf),
    ),
  review: (who, row, rowsOf) => own('person_id')(who, row, rowsOf) || council(who, row, rowsOf),
  // Whose own scores of it are waited for, or who stepped back, reads no other's.
  review_score: (who, row, rowsOf) =>
    (who.id !== null && row.person_id === who.id) ||
    (council(who, row, rowsOf) &&
      // Above their own level, those of the model's own commune are in a conflict.
      !(
        who.at.size === 1 &&
        rowsOf('registration').some((of) => of.id === row.registration_id && of.level !== 'commune')
      ) &&
      !rowsOf('review').some(
        (of) => of.registration_id === row.registration_id && of.person_id === who.id && of.state !== 'given',
      )),
  visit: council,
  staged_verdict: council,
  feedback_read: own('person_id'),
  initiative,
  initiative_version: (who, row, rowsOf) =>
    who.id === null ? row.published_at !== null : as('initiative', 'initiative_id')(who, row, rowsOf),
  comment,
  comment_mention: (who, row, rowsOf) =>
    rowsOf('comment').some((of) => of.id === row.comment_id && comment(who, of, rowsOf)),
  // Both sides: who asked, their unit, and who reads the model.
  learning: (who, row, rowsOf) =>
    who.id !== null &&
    (who.all ||
      row.asked_by === who.id ||
      who.registrants.includes(row.asker_registrant_id as number) ||
      ofUnit('asker_unit_id')(who, row, rowsOf) ||
      as('initiative', 'initiative_id', true)(who, row, rowsOf)),
  adoption: as('initiative', 'initiative_id', true),
  result: as('initiative', 'initiative_id', true),
  upkeep: as('initiative', 'initiative_id', true),
  placement: as('initiative', 'initiative_id'),
  attachment: as('initiative', 'initiative_id', true),
  similarity_answer: as('initiative', 'initiative_id', true),
  registrant,
  registration_count_cell: counter,
  registration_count_delta: counter,
  registration_count_sum: ofUnit('keeper_unit_id'),
  decision: (who, row, rowsOf) =>
    ofUnit('unit_id')(who, row, rowsOf) ||
    rowsOf('registration').some((each) => each.recognised_by === row.id && registration(who, each, rowsOf)),
  import_batch: ofUnit('unit_id'),
  import_mapping: ofUnit('unit_id'),
  import_row: as('import_batch', 'batch_id'),
  import_file: as('import_batch', 'batch_id'),
  article: (who, row) => who.all || row.published_on !== null,
  body,
  body_member: as('body', 'body_id'),
  body_file: as('body', 'body_id'),
  person: (who, row, rowsOf) =>
    own('id')(who, row, rowsOf) ||
    ofUnit('unit_id')(who, row, rowsOf) ||
    rowsOf('body_member').some((each) => each.person_id === row.id && as('body', 'body_id')(who, each, rowsOf)),
  // And of their own offices who stands for them.
  appointment: (who, row, rowsOf) =>
    own('person_id')(who, row, rowsOf) ||
    ofUnit('unit_id')(who, row, rowsOf) ||
    rowsOf('appointment').some((of) => of.id === row.stands_for && of.person_id === who.id),
  appointment_keep: as('appointment', 'appointment_id'),
  handover: (who, row, rowsOf) =>
    own('from_person_id')(who, row, rowsOf) ||
    own('to_person_id')(who, row, rowsOf) ||
    ofUnit('unit_id')(who, row, rowsOf),
  appointment_proposal: as('appointment', 'appointment_id'),
};
