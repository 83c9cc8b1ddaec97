import { Input, Select } from 'antd';
import { type ReactNode, useId, useRef, useState } from 'react';
import { accountsTexts, roleNameTexts } from '../../../texts/console/accounts.ts';
import { useDeed, useList } from '../../data/answers.ts';
import { Confirm } from '../../parts/confirm.tsx';
import { useCode, useWords } from '../../words/language.ts';
import type { Account } from './account-list.tsx';
import { type Outcome, outcomeIn } from './outcome.ts';
import { OutcomeWindow } from './outcome-window.tsx';

interface AccountFormProps {
  /** Null: a new one. */
  readonly of: Account | null;
  readonly onClose: () => void;
}

/** What an account is: a name, whose it is, its roles and units. */
export function AccountForm({ of, onClose }: AccountFormProps) {
  const say = useWords(accountsTexts);
  const roleName = useCode(roleNameTexts);
  const roles = useList('roleList', {});
  const deed = useDeed('accountDeed', ['accountList', 'proposalList']);
  const [name, setName] = useState(of?.name ?? '');
  const [person, setPerson] = useState(of?.person ?? '');
  const [officer, setOfficer] = useState(of?.officer ?? '');
  const [chosen, setChosen] = useState<readonly string[]>(of?.roles ?? []);
  const [units, setUnits] = useState((of?.units ?? []).join(', '));
  const [outcome, setOutcome] = useState<Outcome | null>(null);
  // The form goes when all is done; what is told once must stand first.
  const tells = useRef(false);
  const id = useId();
  const send = async (): Promise<void> => {
    const facts = {
      name: name.trim(),
      person: orNull(person),
      officer: orNull(officer),
      roles: [...chosen],
      units: units.split(/[,，、\s]+/).filter((one) => one !== ''),
    };
    const body =
      of === null
        ? ({ deed: 'add', ...facts } as const)
        : ({ deed: 'change', account: of.account, ...changesOf(of, facts) } as const);
    const told = outcomeIn(await deed.mutateAsync({ body }));
    tells.current = told.is !== 'done';
    setOutcome(told);
  };
  if (outcome !== null && outcome.is !== 'done')
    return <OutcomeWindow outcome={outcome} account={name.trim()} onClose={onClose} />;
  return (
    <Confirm
      asks={of === null ? say('add_asks') : say('change_asks', { account: of.name ?? of.account })}
      says={say(of === null ? 'add_says' : 'change_says')}
      deed={say(of === null ? 'add' : 'save')}
      why={name.trim() === '' || chosen.length === 0 ? say('name_needed') : null}
      onConfirm={send}
      onClose={() => (tells.current ? undefined : onClose())}
    >
      <Field id={`${id}n`} label={say('account')}>
        <Input id={`${id}n`} value={name} maxLength={64} onChange={({ target }) => setName(target.value)} />
      </Field>
      <Field id={`${id}p`} label={say('person')}>
        <Input
          id={`${id}p`}
          value={person}
          maxLength={100}
          onChange={({ target }) => setPerson(target.value)}
        />
      </Field>
      <Field id={`${id}r`} label={say('role')}>
        <Select
          id={`${id}r`}
          className="full"
          mode="multiple"
          value={[...chosen]}
          options={roles.rows.map(({ name: value }) => ({ value, label: roleName(value) }))}
          onChange={setChosen}
        />
      </Field>
      <Field id={`${id}o`} label={say('officer')}>
        <Input
          id={`${id}o`}
          value={officer}
          maxLength={64}
          onChange={({ target }) => setOfficer(target.value)}
        />
      </Field>
      <Field id={`${id}u`} label={say('units')}>
        <Input
          id={`${id}u`}
          value={units}
          maxLength={1_000}
          aria-describedby={`${id}h`}
          onChange={({ target }) => setUnits(target.value)}
        />
        <span id={`${id}h`} className="quiet">
          {say('units_hint')}
        </span>
      </Field>
    </Confirm>
  );
}

type Facts = Pick<Account, 'person' | 'officer' | 'roles' | 'units'> & { readonly name: string };

/** What somebody else has changed meanwhile is not written over. Pure. */
function changesOf(of: Account, { name, person, officer, roles, units }: Facts) {
  const same = (a: readonly string[], b: readonly string[]): boolean => a.join('\n') === b.join('\n');
  return {
    ...(name === of.name ? {} : { name }),
    ...(person === of.person ? {} : { person }),
    ...(officer === of.officer ? {} : { officer }),
    ...(same(roles, of.roles) ? {} : { roles: [...roles] }),
    ...(same(units, of.units) ? {} : { units: [...units] }),
  };
}

function orNull(typed: string): string | null {
  return typed.trim() === '' ? null : typed.trim();
}

interface FieldProps {
  readonly id: string;
  readonly label: string;
  readonly children: ReactNode;
}

export function Field({ id, label, children }: FieldProps) {
  return (
    <div>
      <label htmlFor={id}>{label}</label>
      {children}
    </div>
  );
}
