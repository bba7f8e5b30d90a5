import type { z } from 'zod';
import { listReviewRules } from '#modules/appraisals/review/server/queries-rules.ts';
import { teamUnits } from '#modules/appraisals/team/policy.ts';
import type { SaveTeam } from '#modules/appraisals/team/schema.ts';
import { saveTeam } from '#modules/appraisals/team/server/actions.ts';
import { candidates, listTeams } from '#modules/appraisals/team/server/queries.ts';
import { listCycles } from '#modules/movements/cycle/server/queries.ts';
import { listFields } from '#modules/movements/field/server/queries.ts';
import { loading, submitting } from '#platform/server/pages.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) =>
  loading(event, async (db, ctx) => {
    const [rules, cycles, units] = [await listReviewRules(db), await listCycles(db), teamUnits(ctx.actor)];
    // Where the actor may form one: each year and level that teams score at, with their own unit of that level.
    const places = rules.flatMap((rule) =>
      units.flatMap((unit) => {
        const cycle = cycles.find((each) => each.id === rule.cycleId);
        return cycle && unit.level === rule.level
          ? [{ value: `${cycle.id}-${rule.level}-${unit.id}`, label: `${cycle.code} · ${unit.name}` }]
          : [];
      }),
    );
    const people = places.length ? await candidates(db, ctx) : [];
    return { teams: await listTeams(db), places, people, forms: units.length > 0, fields: await listFields(db) };
  });

export const actions: Actions = {
  save: (event) =>
    submitting(event, async (ctx, typed, form) => {
      const [cycleId, level, unitId] = (typed.place ?? '').split('-');
      const [fields, members] = [form.getAll('fields'), form.getAll('members')];
      Object.assign(typed, { fields: fields.join(' '), members: members.join(' ') });
      const input = { cycleId, level, unitId, name: typed.name, fields, members } as unknown as z.input<
        typeof SaveTeam
      >;
      return `/office/appraisals/teams/${(await saveTeam(ctx, input)).id}?done=saved`;
    }),
};
