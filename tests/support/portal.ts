import { recogniseBatch } from '../../src/modules/decisions/decision/server/actions.ts';
import type { RegistrationContent } from '../../src/modules/initiatives/registration/schema.ts';
import { publishDecision, unpublishRegistration } from '../../src/modules/portal/publication/server/actions.ts';
import { plainText } from '../../src/platform/vietnamese.ts';
import { type Cast, cycles, units } from './cast.ts';
import { leadTo, send } from './initiatives.ts';
import { type Site, startSite } from './site.ts';

/** How far a model has come towards the public; only `published` is in it. */
const STAGES = ['submitted', 'proposed', 'recognised', 'published', 'withdrawn'] as const;
export type Stage = (typeof STAGES)[number];

export interface MadeModel {
  code: string;
  initiativeId: number;
  registrationId: number;
}

let decisions = 0;

/** A model of the cast's commune, led to a stage by the acts that lead there. */
export async function modelAt(
  cast: Cast,
  stage: Stage,
  over: Partial<RegistrationContent> & { number?: string } = {},
): Promise<MadeModel> {
  const { number = `${++decisions}-QĐ/BCĐ`, ...content } = over;
  const officer = cast.contextFor('commune_officer');
  const { registrationIds } = await send(cast, 'commune_officer', content);
  const registrationId = registrationIds[0] as number;
  const [row] = await cast.asOwner<{ id: number; code: string }>(
    'select i.id, i.code from registration r join initiative i on i.id = r.initiative_id where r.id = $1',
    [registrationId],
  );
  const made = { code: row?.code ?? '', initiativeId: row?.id ?? 0, registrationId };
  if (stage === 'submitted') return made;
  await leadTo(cast, registrationId, 'proposed');
  if (stage === 'proposed') return made;
  const picks = await cast.asOwner<{ id: number; version: number }>(
    'select id, version from registration where id = $1',
    [registrationId],
  );
  const { id: decisionId } = await recogniseBatch(officer, {
    number,
    decidedOn: '2026-03-02',
    signer: 'Nguyễn Văn Mẫu',
    cycleId: cycles.current,
    level: 'commune',
    unitId: units.commune,
    picks,
  });
  if (stage === 'recognised') return made;
  await publishDecision(officer, { decisionId });
  if (stage === 'withdrawn') await unpublishRegistration(officer, { decisionId, registrationId });
  return made;
}

/** Posts an article that names models; `postedOn` null is not yet posted. */
export async function article(
  cast: Cast,
  slug: string,
  texts: { title?: string; lead?: string; body?: string; author?: string; postedOn?: string | null },
  models: readonly MadeModel[] = [],
): Promise<void> {
  const {
    title = `Tin ${slug}`,
    lead = 'Dẫn.',
    body = 'Thân bài.',
    author = 'Ban biên tập',
    postedOn = '2026-03-01',
  } = texts;
  await cast.asOwner(
    `with a as (insert into article (slug, title, lead, body, author, published_on, created_at) values ($1, $2, $3, $4, $5, $6, now()) returning id)
      insert into article_initiative select a.id, i from a, unnest($7::integer[]) i`,
    [slug, title, lead, body, author, postedOn, models.map((model) => model.initiativeId)],
  );
}

/** `count` published models in one statement, as a demo or an import leaves them: ids in order, names `Mô hình <from id>`. */
export async function publishMany(
  cast: Cast,
  count: number,
  { unitId = units.commune, fieldId = 1, name = 'Mô hình' }: { unitId?: number; fieldId?: number; name?: string } = {},
): Promise<number[]> {
  const rows = await cast.asOwner<{ id: number }>(
    `with d as (insert into decision (kind, number, decided_on, cycle_id, level, unit_id, created_at)
        values ('recognition', 'QĐ ' || $6, '2026-02-02', $5, 'commune', $2, now()) returning id),
      i as (insert into initiative (code, name, unit_id, keeper_unit_id, registrant_id, field_id, subject, published_at, public_registrant, created_at)
        select 'N-' || $6 || '-' || n, $4 || ' ' || n, $2, $2, 1, $3, 'collective', now(), 'Chi hội', now() from generate_series(1, $1::integer) n
        returning id, name),
      v as (insert into initiative_version (initiative_id, number, name, content, published_at, created_at)
        select id, 1, name, 'Làm.', now(), now() from i returning id, initiative_id, name)
    insert into registration (initiative_id, version_id, cycle_id, level, unit_id, keeper_unit_id, registrant_id, field_id, subject, state,
        submitted_on, carried_out_on, recognised_by, register_key, plain_text, name, published_at, state_since)
      select initiative_id, v.id, $5, 'commune', $2, $2, 1, $3, 'collective', 'recognised', '2026-01-05', '2026-01-31', d.id, 'k', $7 || ' ' || initiative_id, name,
        now(), now() from v, d returning initiative_id as id`,
    [count, unitId, fieldId, name, cycles.current, ++decisions, plainText(name)],
  );
  return rows.map((row) => row.id).sort((a, b) => a - b);
}

/** The built site on the cast's database and at the cast's moment. */
export function siteOf(cast: Cast, env: NodeJS.ProcessEnv = {}): Promise<Site> {
  return startSite({ KHEO_NOW: '2026-03-10T09:41:00+07:00', ...env }, { url: cast.url, drop: async () => {} });
}
