import { DeleteOutlined, PaperClipOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useId, useState } from 'react';
import { attachTexts } from '../../texts/console/attach.ts';
import { sizeWords } from '../../texts/measures.ts';
import { printable } from '../../texts/text.ts';
import { useWords } from '../words/language.ts';
import { ProblemNote } from './problem-note.tsx';

/** A file that was sent and that a statement will name. */
export interface Sent {
  readonly attachment: string;
  readonly name: string;
  readonly bytes: number;
}

const endings = '.pdf,.ofd,.jpg,.jpeg,.png,.docx,.xlsx,.txt,.csv';
/** As the station takes them. */
const most = 20;

interface AttachingProps {
  readonly sent: readonly Sent[];
  readonly onChange: (sent: readonly Sent[]) => void;
  readonly send: (file: File, name: string) => Promise<Sent>;
}

/** Papers and pictures that go with a statement; each is sent as soon as it is chosen, and named with the statement. */
export function Attaching({ sent, onChange, send }: AttachingProps) {
  const say = useWords(attachTexts);
  const id = useId();
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const take = async (files: readonly File[]): Promise<void> => {
    setBusy(true);
    setError(null);
    const all = [...sent];
    try {
      for (const file of files.slice(0, most - sent.length)) all.push(await send(file, safeName(file.name)));
    } catch (found) {
      setError(found);
    } finally {
      onChange(all);
      setBusy(false);
    }
  };
  return (
    <div className="attaching">
      <label htmlFor={id}>{say('attach')}</label>
      <input
        id={id}
        type="file"
        multiple
        accept={endings}
        disabled={busy || sent.length >= most}
        aria-describedby={`${id}-help`}
        onChange={({ target }) => {
          const files = [...(target.files ?? [])];
          // The same file may be chosen once more after it was taken off.
          target.value = '';
          void take(files);
        }}
      />
      <p id={`${id}-help`} className="quiet">
        {say(busy ? 'sending' : 'attach_help')}
      </p>
      <ul>
        {sent.map((one) => (
          <li key={one.attachment}>
            <PaperClipOutlined aria-hidden="true" /> {printable(one.name)}{' '}
            <span className="quiet">{sizeWords(one.bytes)}</span>
            <Button
              type="text"
              size="small"
              icon={<DeleteOutlined aria-hidden="true" />}
              aria-label={say('take_off', { name: one.name })}
              onClick={() => onChange(sent.filter(({ attachment }) => attachment !== one.attachment))}
            />
          </li>
        ))}
      </ul>
      {error === null ? null : <ProblemNote error={error} />}
    </div>
  );
}

/** As the station takes names of files: the ending small, without signs that part folders. */
export function safeName(name: string, usual = 'txt'): string {
  const [, stem = 'file', ending = usual] = /^(.*)\.([^.]*)$/.exec(name) ?? [];
  return `${stem.replaceAll(/[/\\:]/g, '_').slice(0, 90) || 'file'}.${ending.toLowerCase()}`;
}
