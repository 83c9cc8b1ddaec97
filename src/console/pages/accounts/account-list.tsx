import { CheckCircleFilled, StopOutlined, UserAddOutlined } from '@ant-design/icons';
import { useState } from 'react';
import { accountsTexts, roleNameTexts } from '../../../texts/console/accounts.ts';
import { pageNames } from '../../../texts/console/pages.ts';
import { printable } from '../../../texts/text.ts';
import type { FiltersOf, RowOf } from '../../data/answers.ts';
import { useMay } from '../../data/session.ts';
import { ListPage } from '../../parts/list-page.tsx';
import { StateChip } from '../../parts/state-chip.tsx';
import { TimeText } from '../../parts/time-text.tsx';
import { WhyDisabled } from '../../parts/why-disabled.tsx';
import { useCode, useLanguage, useWords } from '../../words/language.ts';
import { AccountActs } from './account-acts.tsx';
import { AccountForm } from './account-form.tsx';
import { AccountsParts } from './accounts-parts.tsx';

export type Account = RowOf<'accountList'>;
const states = ['active', 'disabled'] as const;

/** Everybody who has an account. */
export function AccountList() {
  const say = useWords(accountsTexts);
  const name = useWords(pageNames);
  const role = useCode(roleNameTexts);
  const { language } = useLanguage();
  return (
    <ListPage
      list="accountList"
      title={name('accounts')}
      help={say('help')}
      acts={<Add />}
      above={<AccountsParts at="accounts" />}
      filters={[
        {
          kind: 'choice',
          name: 'state',
          title: say('state'),
          options: states.map((value) => ({ value, label: say(value) })),
        },
        {
          kind: 'choice',
          name: 'role',
          title: say('role'),
          options: Object.entries(roleNameTexts).map(([value, text]) => ({ value, label: text[language] })),
        },
        { kind: 'text', name: 'unit', title: say('units') },
        { kind: 'text', name: 'officer', title: say('officer') },
      ]}
      asked={filtersIn}
      columns={[
        {
          name: 'account',
          title: say('account'),
          cell: ({ name: called, account }) => <b>{printable(called ?? account)}</b>,
        },
        {
          name: 'person',
          title: say('person'),
          kind: 'long',
          cell: ({ person }) => printable(person ?? '–'),
        },
        { name: 'role', title: say('role'), cell: ({ roles }) => roles.map(role).join('、') },
        { name: 'units', title: say('units'), cell: ({ units }) => printable(units.join(', ') || '–') },
        {
          name: 'officer',
          title: say('officer'),
          cell: ({ officer }) => <span className="mono">{printable(officer ?? '–')}</span>,
        },
        { name: 'state', title: say('state'), cell: ({ state }) => <AccountChip state={state} /> },
        {
          name: 'number',
          title: say('number'),
          cell: ({ account }) => <span className="mono quiet nowrap">{account}</span>,
        },
        { name: 'added', title: say('added'), hidden: true, cell: ({ added }) => <TimeText at={added} /> },
        { name: 'acts', title: say('acts'), cell: (account) => <AccountActs of={account} /> },
      ]}
      keyOf={({ account }) => account}
      empty={{ says: say('empty'), next: say('empty_next') }}
      sort="id"
    />
  );
}

function filtersIn(search: URLSearchParams): FiltersOf<'accountList'> {
  const state = states.find((one) => one === search.get('state'));
  const texts = ['role', 'unit', 'officer'].flatMap((one) => {
    const value = search.get(one);
    return value === null ? [] : [[one, value]];
  });
  return {
    ...Object.fromEntries(texts),
    ...(state === undefined ? {} : { state }),
    sort: search.get('sort') === 'id' ? 'id' : '-id',
  };
}

function AccountChip({ state }: { readonly state: string }) {
  const say = useWords(accountsTexts);
  if (state === 'active')
    return (
      <StateChip tone="good" icon={<CheckCircleFilled />}>
        {say('active')}
      </StateChip>
    );
  return (
    <StateChip tone="quiet" icon={<StopOutlined />}>
      {say('disabled')}
    </StateChip>
  );
}

function Add() {
  const say = useWords(accountsTexts);
  const [open, setOpen] = useState(false);
  const may = useMay()('account.manage');
  return (
    <>
      <WhyDisabled
        type="primary"
        icon={<UserAddOutlined />}
        why={may ? null : say('may_not')}
        onClick={() => setOpen(true)}
      >
        {say('add')}
      </WhyDisabled>
      {open ? <AccountForm of={null} onClose={() => setOpen(false)} /> : null}
    </>
  );
}
