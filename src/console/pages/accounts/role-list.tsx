import { roleNameTexts, roleTexts } from '../../../texts/console/accounts.ts';
import { pageNames } from '../../../texts/console/pages.ts';
import { ListPage } from '../../parts/list-page.tsx';
import { useCode, useWords } from '../../words/language.ts';
import { AccountsParts } from './accounts-parts.tsx';

/** What each role may do. */
export function RoleList() {
  const say = useWords(roleTexts);
  const name = useWords(pageNames);
  const role = useCode(roleNameTexts);
  return (
    <ListPage
      list="roleList"
      title={name('accounts')}
      help={say('help')}
      above={<AccountsParts at="roles" />}
      filters={[]}
      asked={() => ({})}
      columns={[
        { name: 'role', title: say('role'), cell: (row) => <b className="nowrap">{role(row.name)}</b> },
        {
          name: 'factor',
          title: say('factor'),
          cell: ({ secondFactor }) => say(secondFactor ? 'needed' : 'not_needed'),
        },
        { name: 'grants', title: say('grants'), cell: ({ grants }) => <Grants of={grants} /> },
      ]}
      keyOf={(row) => row.name}
      empty={{ says: say('empty'), next: say('empty_next') }}
    />
  );
}

function Grants({ of }: { readonly of: Readonly<Record<string, string>> }) {
  const code = useCode(roleTexts);
  return (
    <ul className="grants">
      {Object.entries(of).map(([permission, extent]) => (
        <li key={permission}>
          <span className="mono">{permission}</span>
          <span className="quiet">{code(extent)}</span>
        </li>
      ))}
    </ul>
  );
}
