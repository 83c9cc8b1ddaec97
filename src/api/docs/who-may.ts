import { type BuiltInRole, builtInRoleNames, builtInRoles, kioskGrants } from '../../access/roles.ts';
import { roleTexts } from '../../texts/access-entries.ts';
import { say } from '../../texts/say.ts';
import { fill, type Language } from '../../texts/text.ts';
import { escaped } from '../http/html.ts';
import { type RouteRow, routeTable } from '../route-table.ts';

/** How far a role reaches with a call; `yes` where that is no question of reach, null: not at all. Pure. */
export function reachOfRole(
  { needs, scope }: RouteRow,
  role: BuiltInRole,
): 'own' | 'units' | 'all' | 'yes' | null {
  if (needs === null) return 'yes';
  const extent = builtInRoles[role].grants[needs];
  if (extent === undefined || (scope === 'whole' && extent !== 'all')) return null;
  return extent;
}

/** The table of routes as a page: what it says cannot differ from what is let in. */
export function whoMayPage(language: Language): string {
  const words = (key: Parameters<typeof say>[1] & `who_may.${Plain}`): string => escaped(say(language, key));
  const roles = builtInRoleNames.map(
    (role) => `<th scope="col">${escaped(fill(roleTexts[role], language, {}))}</th>`,
  );
  const rows = Object.entries(routeTable).map(([call, row]) => rowOf(language, call, row));
  const permissions = Object.keys(kioskGrants).join(', ');
  return `<!doctype html>
<html lang="${language === 'zh' ? 'zh-CN' : 'en'}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${words('who_may.title')}</title>
<link rel="icon" href="data:,">
</head>
<body>
<h1>${words('who_may.title')}</h1>
<p>${words('who_may.intro')}</p>
<p>${escaped(say(language, 'who_may.kiosk', { permissions }))}</p>
<table>
<thead><tr><th scope="col">${words('who_may.call')}</th><th scope="col">${words('who_may.permission')}</th><th scope="col">${words('who_may.reach')}</th>${roles.join('')}</tr></thead>
<tbody>
${rows.join('\n')}
</tbody>
</table>
</body>
</html>
`;
}

type Plain = 'title' | 'intro' | 'call' | 'permission' | 'reach';

function rowOf(language: Language, call: string, row: RouteRow): string {
  const cells = builtInRoleNames.map((role) => {
    const reach = reachOfRole(row, role);
    if (reach === null) return '–';
    return escaped(say(language, reach === 'yes' ? 'who_may.yes' : `who_may.extent.${reach}`));
  });
  const told = [escaped(row.needs ?? '–'), escaped(say(language, `who_may.scope.${row.scope}`)), ...cells];
  return `<tr><th scope="row"><code>${escaped(call)}</code></th>${told.map((one) => `<td>${one}</td>`).join('')}</tr>`;
}
