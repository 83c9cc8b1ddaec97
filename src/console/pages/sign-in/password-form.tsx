import { Button, Form, Input } from 'antd';
import { useState } from 'react';
import { signInTexts } from '../../../texts/console/sign-in.ts';
import { asked, problemOf } from '../../data/ask-station.ts';
import type { SignedIn } from '../../data/session.ts';
import { ProblemNote } from '../../parts/problem-note.tsx';
import { useWords } from '../../words/language.ts';

interface PasswordFormProps {
  /** Whose sign-in has ended; null: anybody's. */
  readonly account: string | null;
  readonly onEnter: (who: SignedIn) => void;
}

interface Typed {
  readonly account: string;
  readonly password: string;
  readonly totp?: string;
}

/** Account and password, and the code once the station asks for one. */
export function PasswordForm({ account, onEnter }: PasswordFormProps) {
  const say = useWords(signInTexts);
  const [second, setSecond] = useState(false);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const enter = async (typed: Typed): Promise<void> => {
    setBusy(true);
    setError(null);
    try {
      const totp = typed.totp?.trim();
      const body = { account: typed.account.trim(), password: typed.password };
      onEnter(await asked('signIn', { body: totp === undefined ? body : { ...body, totp } }));
    } catch (found) {
      if (problemOf(found)?.code === 'api.totp_needed' && !second) setSecond(true);
      else setError(found);
    } finally {
      setBusy(false);
    }
  };
  const needed = [{ required: true, message: say('needed') }];
  return (
    <Form<Typed>
      layout="vertical"
      requiredMark={false}
      initialValues={account === null ? {} : { account }}
      onFinish={(typed) => void enter(typed)}
    >
      <div hidden={second}>
        <Form.Item name="account" label={say('account')} rules={needed}>
          <Input size="large" autoComplete="username" maxLength={100} autoFocus={account === null} />
        </Form.Item>
        <Form.Item name="password" label={say('password')} rules={needed}>
          <Input.Password
            size="large"
            autoComplete="current-password"
            maxLength={1_000}
            autoFocus={account !== null}
            visibilityToggle={false}
          />
        </Form.Item>
      </div>
      {second ? (
        <Form.Item name="totp" label={say('code')} extra={say('code_hint')} rules={needed}>
          <Input size="large" autoComplete="one-time-code" inputMode="numeric" maxLength={64} autoFocus />
        </Form.Item>
      ) : null}
      {error === null ? null : (
        <Form.Item>
          <ProblemNote error={error} />
        </Form.Item>
      )}
      <Button type="primary" size="large" htmlType="submit" block loading={busy}>
        {say(second ? 'go_on' : 'enter')}
      </Button>
      {second ? (
        <Button type="link" block onClick={() => setSecond(false)}>
          {say('back')}
        </Button>
      ) : null}
    </Form>
  );
}
