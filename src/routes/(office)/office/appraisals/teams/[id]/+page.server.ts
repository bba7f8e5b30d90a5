import { mayFormTeam } from '#modules/appraisals/team/policy.ts';
import { saveTeam, shareWork } from '#modules/appraisals/team/server/actions.ts';
import { candidates, severityIn, teamFields, teamPage } from '#modules/appraisals/team/server/queries.ts';
import { idOf } from '#modules/initiatives/registration/rules-keys.ts';
import { loading, submitting } from '#platform/server/pages.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) =>
  loading(event, async (db, ctx) => {
    const page = await teamPage(db, idOf(event.params.id));
    const forms = mayFormTeam(ctx.actor, page.team);
    const people = forms === true ? (await candidates(db, ctx)).filter((each) => each.unitId === page.team.unitId) : [];
    const [asked, short] = ['asked', 'short'].map((name) => event.url.searchParams.get(name));
    const severity = await severityIn(db, page.team);
    return { ...page, severity, forms, people, fields: await teamFields(db, event.locals.language), asked, short };
  });

export const actions: Actions = {
  save: (event) =>
    submitting(event, async (ctx, typed, form) => {
      const [fields, members] = [form.getAll('fields'), form.getAll('members')];
      Object.assign(typed, { fields: fields.join(' '), members: members.join(' ') });
      const { id } = event.params;
      await saveTeam(ctx, { id, name: typed.name ?? '', fields, members });
      return `/office/appraisals/teams/${id}`;
    }),
  share: (event) =>
    submitting(event, async (ctx, { how, key = '' }) => {
      const done = await shareWork(ctx, { id: event.params.id, how: how as 'balanced' }, { key });
      return `/office/appraisals/teams/${event.params.id}?asked=${done.asked}&short=${done.short}`;
    }),
};
