import type { z } from 'zod';
import { teamUnits } from '#modules/appraisals/team/policy.ts';
import type { SaveTeam } from '#modules/appraisals/team/schema.ts';
import { saveTeam } from '#modules/appraisals/team/server/actions.ts';
import { candidates, listTeams, teamFields, teamPlaces } from '#modules/appraisals/team/server/queries.ts';
import { loading, submitting } from '#platform/server/pages.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) =>
  loading(event, async (db, ctx) => {
    const units = teamUnits(ctx.actor);
    const places = await teamPlaces(db, ctx, event.locals.language);
    const people = places.length ? await candidates(db, ctx) : [];
    return {
      teams: await listTeams(db),
      places,
      people,
      forms: units.length > 0,
      fields: await teamFields(db, event.locals.language),
    };
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
