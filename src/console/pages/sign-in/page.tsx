import { PrinterOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useEffect, useState } from 'react';
import { shellTexts } from '../../../texts/console/shell.ts';
import { signInTexts } from '../../../texts/console/sign-in.ts';
import { asked } from '../../data/ask-station.ts';
import type { SignedIn } from '../../data/session.ts';
import { ReaderTools } from '../../shell/reader-tools.tsx';
import { useWords } from '../../words/language.ts';
import { greeting } from '../../words/station.ts';
import { ChangeForm } from './change-form.tsx';
import { EnrolForm } from './enrol-form.tsx';
import { PasswordForm } from './password-form.tsx';

interface SignInPageProps {
  /** Signed in, with something to be done before anything else; null: nobody. */
  readonly who: SignedIn | null;
  readonly onEnter: (who: SignedIn) => void;
}

/** The entrance: the station's name, and one step after the other until somebody may go in. */
export function SignInPage({ who, onEnter }: SignInPageProps) {
  const say = useWords(signInTexts);
  const shell = useWords(shellTexts);
  useEffect(() => {
    document.title = `${say('title')} · ${greeting.station}`;
  });
  return (
    <div className="entrance">
      <header className="entrance-side">
        <div>
          <h1>{shell('product')}</h1>
          <p className="station">{greeting.station}</p>
        </div>
        <p className="promise">{say('promise')}</p>
      </header>
      <main className="entrance-main">
        <div className="entrance-tools">
          <ReaderTools />
        </div>
        <Step who={who} onEnter={onEnter} />
      </main>
    </div>
  );
}

function Step({ who, onEnter }: SignInPageProps) {
  const say = useWords(signInTexts);
  const [recovery, setRecovery] = useState<readonly string[] | null>(null);
  if (recovery !== null) return <Recovery codes={recovery} onEnter={onEnter} />;
  switch (who?.pending) {
    case 'change_password':
      return (
        <section className="sign-in">
          <h2>{say('change_title')}</h2>
          <p>{say('change_says')}</p>
          <ChangeForm onEnter={onEnter} />
        </section>
      );
    case 'enrol_totp':
      return (
        <section className="sign-in">
          <h2>{say('enrol_title')}</h2>
          <p>{say('enrol_says')}</p>
          <EnrolForm onEnrolled={setRecovery} />
        </section>
      );
    default:
      return (
        <section className="sign-in">
          <h2 style={{ marginBottom: 20 }}>{say('title')}</h2>
          <PasswordForm account={null} onEnter={onEnter} />
        </section>
      );
  }
}

function Recovery({ codes, onEnter }: { codes: readonly string[]; onEnter: SignInPageProps['onEnter'] }) {
  const say = useWords(signInTexts);
  return (
    <section className="sign-in">
      <h2>{say('recovery_title')}</h2>
      <p>{say('recovery_says')}</p>
      <ul className="codes mono">
        {codes.map((code) => (
          <li key={code}>{code}</li>
        ))}
      </ul>
      <Button block icon={<PrinterOutlined />} style={{ marginBottom: 10 }} onClick={() => window.print()}>
        {say('recovery_print')}
      </Button>
      <Button type="primary" block onClick={() => void asked('signedIn', {}).then(onEnter)}>
        {say('recovery_kept')}
      </Button>
    </section>
  );
}
