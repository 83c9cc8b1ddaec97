import { DownloadOutlined, PrinterOutlined } from '@ant-design/icons';
import { Button, Dropdown } from 'antd';
import { useState } from 'react';
import { deskTexts } from '../../texts/console/desk.ts';
import { saveFile } from '../data/save-file.ts';
import { useWords } from '../words/language.ts';
import { ProblemNote } from './problem-note.tsx';
import { WhyDisabled } from './why-disabled.tsx';

export const fileFormats = ['xlsx', 'csv', 'json'] as const;
export type FileFormat = (typeof fileFormats)[number];

interface ExportButtonProps {
  /** Without the ending. */
  readonly name: string;
  readonly ask: (format: FileFormat) => Promise<Response>;
  /** Why it cannot be taken; null: it can. */
  readonly why?: string | null;
}

/** A file to take away, in the form that one needs. */
export function ExportButton({ name, ask, why = null }: ExportButtonProps) {
  const say = useWords(deskTexts);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const take = async (format: FileFormat): Promise<void> => {
    setBusy(true);
    setError(null);
    try {
      await saveFile(`${name}.${format}`, await ask(format));
    } catch (found) {
      setError(found);
    } finally {
      setBusy(false);
    }
  };
  if (why !== null)
    return (
      <WhyDisabled why={why} icon={<DownloadOutlined />}>
        {say('export')}
      </WhyDisabled>
    );
  const items = fileFormats.map((format) => ({
    key: format,
    label: say(format),
    onClick: () => void take(format),
  }));
  return (
    <>
      {error === null ? null : <ProblemNote error={error} />}
      <Dropdown menu={{ items }} trigger={['click']}>
        <Button icon={<DownloadOutlined />} loading={busy}>
          {say('export')}
        </Button>
      </Dropdown>
    </>
  );
}

export function PrintButton() {
  const say = useWords(deskTexts);
  return (
    <Button icon={<PrinterOutlined />} onClick={() => window.print()}>
      {say('print')}
    </Button>
  );
}
