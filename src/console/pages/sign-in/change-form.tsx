import { Button, Form, Input } from 'antd';
import { useState } from 'react';
import { signInTexts } from '../../../texts/console/sign-in.ts';
import { asked } from '../../data/ask-station.ts';
import type { SignedIn } from '../../data/session.ts';
import { ProblemNote } from '../../parts/problem-note.tsx';
import { useWords } from '../../words/language.ts';

interface Typed {
  readonly present: string;
  readonly next: string;
}

/** The password that somebody was given works once: they choose their own before anything else. */
export function ChangeForm({ onEnter }: { readonly onEnter: (who: SignedIn) => void }) {
  const say = useWords(signInTexts);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const change = async ({ present, next }: Typed): Promise<void> => {
    setBusy(true);
    setError(null);
    try {
      await asked('changePassword', { body: { present, next } });
      onEnter(await asked('signedIn', {}));
    } catch (found) {
      setError(found);
    } finally {
      setBusy(false);
    }
  };
  const needed = { required: true, message: say('needed') };
  return (
    <Form<Typed> layout="vertical" requiredMark={false} onFinish={(typed) => void change(typed)}>
      <Form.Item name="present" label={say('present')} rules={[needed]}>
        <Input.Password
          size="large"
          autoComplete="current-password"
          autoFocus
          maxLength={1_000}
          visibilityToggle={false}
        />
      </Form.Item>
      <Form.Item name="next" label={say('next')} rules={[needed]}>
        <Input.Password size="large" autoComplete="new-password" maxLength={1_000} visibilityToggle={false} />
      </Form.Item>
      <Form.Item
        name="repeat"
        label={say('repeat')}
        dependencies={['next']}
        rules={[
          needed,
          ({ getFieldValue }) => ({
            validator: (_rule, value: string) =>
              value === getFieldValue('next') ? Promise.resolve() : Promise.reject(new Error(say('differs'))),
          }),
        ]}
      >
        <Input.Password size="large" autoComplete="new-password" maxLength={1_000} visibilityToggle={false} />
      </Form.Item>
      {error === null ? null : (
        <Form.Item>
          <ProblemNote error={error} />
        </Form.Item>
      )}
      <Button type="primary" size="large" htmlType="submit" block loading={busy}>
        {say('change')}
      </Button>
    </Form>
  );
}
