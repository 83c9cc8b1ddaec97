import { DownOutlined } from '@ant-design/icons';
import { Button, Dropdown, Input } from 'antd';
import { useId, useRef, useState } from 'react';
import type { Answer } from '../../../api/client/client.ts';
import { accountsTexts } from '../../../texts/console/accounts.ts';
import { useDeed } from '../../data/answers.ts';
import { useMay } from '../../data/session.ts';
import { Confirm } from '../../parts/confirm.tsx';
import { useDialogs } from '../../parts/dialog-host.tsx';
import { WhyDisabled } from '../../parts/why-disabled.tsx';
import { useWords } from '../../words/language.ts';
import { AccountForm, Field } from './account-form.tsx';
import type { Account } from './account-list.tsx';
import { type Outcome, outcomeIn } from './outcome.ts';
import { OutcomeWindow } from './outcome-window.tsx';

const asked = ['disable', 'enable', 'reset', 'factor', 'unlock', 'pin', 'pin_remove'] as const;
type Asked = (typeof asked)[number];
type Act = Asked | 'change' | 'badge';

/** What may be done to an account, behind one button. */
export function AccountActs({ of }: { readonly of: Account }) {
  const say = useWords(accountsTexts);
  const open = useDialogs();
  const may = useMay()('account.manage');
  const acts: readonly Act[] = [
    ...(['change', 'reset', 'factor', 'unlock', 'pin', 'pin_remove', 'badge'] as const),
    of.state === 'active' ? 'disable' : 'enable',
  ];
  if (!may)
    return (
      <WhyDisabled size="small" why={say('may_not')}>
        {say('manage')}
      </WhyDisabled>
    );
  const items = acts.map((key) => ({
    key,
    label: say(key),
    danger: key === 'disable',
    onClick: () => open((close) => <AccountWindow act={key} of={of} onClose={close} />),
  }));
  return (
    <Dropdown menu={{ items }} trigger={['click']}>
      <Button size="small" aria-label={say('more', { account: of.name ?? of.account })}>
        {say('manage')} <DownOutlined aria-hidden="true" />
      </Button>
    </Dropdown>
  );
}

interface WindowProps<A extends Act> {
  readonly act: A;
  readonly of: Account;
  readonly onClose: () => void;
}

function AccountWindow({ act, of, onClose }: WindowProps<Act>) {
  switch (act) {
    case 'change':
      return <AccountForm of={of} onClose={onClose} />;
    case 'badge':
      return <BadgeForm of={of} onClose={onClose} />;
    default:
      return <Asking act={act} of={of} onClose={onClose} />;
  }
}

function Asking({ act, of, onClose }: WindowProps<Asked>) {
  const say = useWords(accountsTexts);
  const carry = useCarriedOut(of.account);
  const [outcome, setOutcome] = useState<Outcome | null>(null);
  // The question goes when all is done; what is told once must stand first.
  const tells = useRef(false);
  const account = of.name ?? of.account;
  const confirm = async (): Promise<void> => {
    const told = outcomeIn(await carry(act));
    tells.current = told.is !== 'done';
    setOutcome(told);
  };
  if (outcome !== null && outcome.is !== 'done')
    return <OutcomeWindow outcome={outcome} account={account} onClose={onClose} />;
  return (
    <Confirm
      asks={say(act === 'factor' ? 'reset_asks' : `${act}_asks`, { account })}
      says={say(`${act}_says`)}
      deed={say(act)}
      danger={act === 'disable'}
      onConfirm={confirm}
      onClose={() => (tells.current ? undefined : onClose())}
    />
  );
}

function useCarriedOut(account: string): (act: Asked) => Promise<Answer<'accountDeed'>> {
  const stale = ['accountList', 'proposalList'] as const;
  const deed = useDeed('accountDeed', stale);
  const unlock = useDeed('accountUnlock', stale);
  const pin = useDeed('accountPin', stale);
  const params = { account };
  return (act) => {
    switch (act) {
      case 'disable':
        return deed.mutateAsync({ body: { deed: 'change', account, state: 'disabled' } });
      case 'enable':
        return deed.mutateAsync({ body: { deed: 'change', account, state: 'active' } });
      case 'reset':
      case 'factor':
        return deed.mutateAsync({ body: { deed: 'reset', account, secondFactor: act === 'factor' } });
      case 'unlock':
        return unlock.mutateAsync({ params });
      case 'pin':
        return pin.mutateAsync({ params, body: { deed: 'set' } });
      case 'pin_remove':
        return pin.mutateAsync({ params, body: { deed: 'removed' } });
    }
  };
}

function BadgeForm({ of, onClose }: { readonly of: Account; readonly onClose: () => void }) {
  const say = useWords(accountsTexts);
  const id = useId();
  const [typed, setTyped] = useState('');
  const badge = useDeed('accountBadge', ['accountList']);
  const number = typed.trim();
  return (
    <Confirm
      asks={say('badge_asks', { account: of.name ?? of.account })}
      says={say('badge_says')}
      deed={say('save')}
      why={number.length > 0 && number.length < 4 ? say('badge_short') : null}
      onConfirm={() =>
        badge.mutateAsync({ params: { account: of.account }, body: { badge: number === '' ? null : number } })
      }
      onClose={onClose}
    >
      <Field id={id} label={say('badge_number')}>
        <Input.Password
          id={id}
          value={typed}
          maxLength={64}
          autoComplete="off"
          visibilityToggle={false}
          onChange={({ target }) => setTyped(target.value)}
        />
      </Field>
    </Confirm>
  );
}
