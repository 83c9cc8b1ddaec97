import { Button, Form, Input, QRCode, Skeleton } from 'antd';
import { useEffect, useState } from 'react';
import { signInTexts } from '../../../texts/console/sign-in.ts';
import { asked } from '../../data/ask-station.ts';
import { ProblemNote } from '../../parts/problem-note.tsx';
import { useWords } from '../../words/language.ts';

interface EnrolFormProps {
  /** Told with the recovery codes, which are shown once. */
  readonly onEnrolled: (recovery: readonly string[]) => void;
}

/** A secret for an authenticator, as a picture and to be typed; it counts once a code of it was seen. */
export function EnrolForm({ onEnrolled }: EnrolFormProps) {
  const say = useWords(signInTexts);
  const [begun, setBegun] = useState<{ readonly secret: string; readonly uri: string } | null>(null);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);
  useEffect(() => {
    let wanted = true;
    asked('totpBegin', {}).then(
      (found) => (wanted ? setBegun(found) : undefined),
      (found: unknown) => (wanted ? setError(found) : undefined),
    );
    return () => {
      wanted = false;
    };
  }, []);
  const confirm = async ({ code }: { readonly code: string }): Promise<void> => {
    setBusy(true);
    setError(null);
    try {
      onEnrolled((await asked('totpConfirm', { body: { code: code.trim() } })).recovery);
    } catch (found) {
      setError(found);
    } finally {
      setBusy(false);
    }
  };
  if (begun === null) return error === null ? <Skeleton /> : <ProblemNote error={error} />;
  return (
    <Form layout="vertical" requiredMark={false} onFinish={(typed: { code: string }) => void confirm(typed)}>
      <div className="secret">
        <QRCode value={begun.uri} type="svg" size={168} aria-label={say('enrol_picture')} />
        <p>
          <span className="quiet">{say('enrol_by_hand')}</span>
          <br />
          <code className="mono">{begun.secret.replace(/(.{4})(?=.)/g, '$1 ')}</code>
        </p>
      </div>
      <Form.Item name="code" label={say('code')} rules={[{ required: true, message: say('needed') }]}>
        <Input size="large" autoComplete="one-time-code" inputMode="numeric" maxLength={64} autoFocus />
      </Form.Item>
      {error === null ? null : (
        <Form.Item>
          <ProblemNote error={error} />
        </Form.Item>
      )}
      <Button type="primary" size="large" htmlType="submit" block loading={busy}>
        {say('enrol')}
      </Button>
    </Form>
  );
}
