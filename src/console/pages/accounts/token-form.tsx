import { Input, InputNumber, Select } from 'antd';
import { useId, useRef, useState } from 'react';
import { permissions } from '../../../access/permissions.ts';
import { tokenTexts } from '../../../texts/console/accounts.ts';
import { printable } from '../../../texts/text.ts';
import { useDeed, useList } from '../../data/answers.ts';
import { Confirm } from '../../parts/confirm.tsx';
import { useWords } from '../../words/language.ts';
import { Field } from './account-form.tsx';
import { type Outcome, outcomeIn } from './outcome.ts';
import { OutcomeWindow } from './outcome-window.tsx';

const usualDays = 90;
const mostDays = 730;

/** A token for a program: for what, as whom, what it may, how long. */
export function TokenForm({ onClose }: { readonly onClose: () => void }) {
  const say = useWords(tokenTexts);
  const accounts = useList('accountList', { state: 'active' });
  const make = useDeed('tokenMake', ['tokenList']);
  const id = useId();
  const [label, setLabel] = useState('');
  const [account, setAccount] = useState<string | null>(null);
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const [days, setDays] = useState<number>(usualDays);
  const [outcome, setOutcome] = useState<Outcome | null>(null);
  // The form goes when all is done; what is told once must stand first.
  const tells = useRef(false);
  const send = async (): Promise<void> => {
    const body = { account: account ?? '', permissions: [...chosen], days, label: label.trim() };
    const told = outcomeIn(await make.mutateAsync({ body }));
    tells.current = told.is !== 'done';
    setOutcome(told);
  };
  if (outcome !== null && outcome.is !== 'done')
    return <OutcomeWindow outcome={outcome} account={label.trim()} onClose={onClose} />;
  return (
    <Confirm
      asks={say('make_asks')}
      says={say('make_says')}
      deed={say('make')}
      why={label.trim() === '' || account === null || chosen.length === 0 ? say('make_needed') : null}
      onConfirm={send}
      onClose={() => (tells.current ? undefined : onClose())}
    >
      <Field id={`${id}l`} label={say('label')}>
        <Input
          id={`${id}l`}
          value={label}
          maxLength={100}
          onChange={({ target }) => setLabel(target.value)}
        />
      </Field>
      <Field id={`${id}a`} label={say('account')}>
        <Select
          id={`${id}a`}
          className="full"
          value={account}
          options={accounts.rows.map((one) => ({
            value: one.account,
            label: printable(one.name ?? one.account),
          }))}
          onChange={setAccount}
        />
      </Field>
      <Field id={`${id}p`} label={say('permissions')}>
        <Select
          id={`${id}p`}
          className="full"
          mode="multiple"
          value={[...chosen]}
          options={permissions.map((value) => ({ value, label: value }))}
          onChange={setChosen}
        />
      </Field>
      <Field id={`${id}d`} label={say('days')}>
        <InputNumber
          id={`${id}d`}
          min={1}
          max={mostDays}
          precision={0}
          value={days}
          onChange={(value) => setDays(value ?? usualDays)}
        />
      </Field>
    </Confirm>
  );
}
