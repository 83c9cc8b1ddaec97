import { CheckCircleFilled, KeyOutlined, StopOutlined } from '@ant-design/icons';
import { useState } from 'react';
import { tokenTexts } from '../../../texts/console/accounts.ts';
import { pageNames } from '../../../texts/console/pages.ts';
import { printable } from '../../../texts/text.ts';
import { type RowOf, useDeed } from '../../data/answers.ts';
import { useNames } from '../../data/names.ts';
import { useMay } from '../../data/session.ts';
import { AccountText } from '../../parts/account-text.tsx';
import { Confirm } from '../../parts/confirm.tsx';
import { useDialogs } from '../../parts/dialog-host.tsx';
import { ListPage } from '../../parts/list-page.tsx';
import { StateChip } from '../../parts/state-chip.tsx';
import { TimeText } from '../../parts/time-text.tsx';
import { WhyDisabled } from '../../parts/why-disabled.tsx';
import { useWords } from '../../words/language.ts';
import { AccountsParts } from './accounts-parts.tsx';
import { TokenForm } from './token-form.tsx';

type Token = RowOf<'tokenList'>;

/** Tokens of programs. */
export function TokenList() {
  const say = useWords(tokenTexts);
  const name = useWords(pageNames);
  const people = useNames();
  return (
    <ListPage
      list="tokenList"
      title={name('accounts')}
      help={say('help')}
      acts={<Make />}
      above={<AccountsParts at="tokens" />}
      filters={[]}
      asked={(search) => ({ sort: search.get('sort') === 'id' ? ('id' as const) : ('-id' as const) })}
      columns={[
        {
          name: 'token',
          title: say('token'),
          cell: ({ token }) => <span className="mono nowrap">{token}</span>,
        },
        { name: 'label', title: say('label'), kind: 'long', cell: ({ label }) => printable(label ?? '–') },
        {
          name: 'account',
          title: say('account'),
          cell: ({ account }) => <AccountText account={account} people={people} />,
        },
        {
          name: 'permissions',
          title: say('permissions'),
          cell: ({ permissions }) => <span className="mono">{permissions.join(' ')}</span>,
        },
        { name: 'made', title: say('made'), cell: ({ made }) => <TimeText at={made} /> },
        { name: 'expires', title: say('expires'), cell: ({ expires }) => <TimeText at={expires} /> },
        { name: 'state', title: say('state'), cell: (token) => <TokenChip of={token} /> },
        { name: 'acts', title: say('acts'), cell: (token) => <Revoke of={token} /> },
      ]}
      keyOf={({ token }) => token}
      empty={{ says: say('empty'), next: say('empty_next') }}
      sort="id"
    />
  );
}

function stateOf({ revoked, expires }: Token): 'valid' | 'revoked' | 'expired' {
  if (revoked !== null) return 'revoked';
  return Date.parse(expires) <= Date.now() ? 'expired' : 'valid';
}

function TokenChip({ of }: { readonly of: Token }) {
  const say = useWords(tokenTexts);
  const state = stateOf(of);
  return (
    <StateChip
      tone={state === 'valid' ? 'good' : 'quiet'}
      icon={state === 'valid' ? <CheckCircleFilled /> : <StopOutlined />}
    >
      {say(state)}
    </StateChip>
  );
}

function Make() {
  const say = useWords(tokenTexts);
  const may = useMay()('token.manage');
  const [open, setOpen] = useState(false);
  return (
    <>
      <WhyDisabled
        type="primary"
        icon={<KeyOutlined />}
        why={may ? null : say('may_not')}
        onClick={() => setOpen(true)}
      >
        {say('make')}
      </WhyDisabled>
      {open ? <TokenForm onClose={() => setOpen(false)} /> : null}
    </>
  );
}

function Revoke({ of }: { readonly of: Token }) {
  const say = useWords(tokenTexts);
  const may = useMay()('token.manage');
  const open = useDialogs();
  const revoke = useDeed('tokenRevoke', ['tokenList']);
  const { token } = of;
  if (stateOf(of) !== 'valid') return null;
  const ask = (close: () => void) => (
    <Confirm
      asks={say('revoke_asks', { token })}
      says={say('revoke_says')}
      deed={say('revoke')}
      danger
      onConfirm={() => revoke.mutateAsync({ params: { token } })}
      onClose={close}
    />
  );
  return (
    <WhyDisabled size="small" danger={may} why={may ? null : say('may_not')} onClick={() => open(ask)}>
      {say('revoke')}
    </WhyDisabled>
  );
}
