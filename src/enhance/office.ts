// What script adds to the working pages. Each part looks for its own marks in the page and leaves the rest alone;
// without any of it every page still works.
import { watchCounts, watchFilters, watchSubmits } from './parts/forms.ts';
import { watchKeys } from './parts/keys.ts';
import { watchLeaving, watchUnsaved } from './parts/leaving.ts';
import { watchMenus } from './parts/menus.ts';
import { watchPicks } from './parts/picks.ts';
import { watchTree } from './parts/tree.ts';

watchKeys();
watchPicks();
watchSubmits();
watchFilters();
watchCounts();
watchMenus();
watchTree();
watchLeaving();
watchUnsaved();
