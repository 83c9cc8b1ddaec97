import { DownloadOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useState } from 'react';
import { attachTexts } from '../../texts/console/attach.ts';
import { sizeWords } from '../../texts/measures.ts';
import { printable } from '../../texts/text.ts';
import { saveFile } from '../data/save-file.ts';
import { useWords } from '../words/language.ts';
import { ProblemNote } from './problem-note.tsx';

export interface AttachedFile {
  /** Null: it was erased, or is not the reader's to know. */
  readonly name: string | null;
  readonly sha256: string;
  readonly bytes: number;
}

interface AttachedFilesProps {
  readonly files: readonly AttachedFile[];
  readonly ask: (sha256: string) => Promise<Response>;
}

/** What was attached to a statement, to be taken away; that it leaves is in the ledger. */
export function AttachedFiles({ files, ask }: AttachedFilesProps) {
  const say = useWords(attachTexts);
  const [error, setError] = useState<unknown>(null);
  if (files.length === 0) return null;
  const take = async ({ name, sha256 }: AttachedFile): Promise<void> => {
    setError(null);
    try {
      await saveFile(name ?? sha256.slice(0, 12), await ask(sha256));
    } catch (found) {
      setError(found);
    }
  };
  return (
    <>
      <ul className="attached" aria-label={say('attached')}>
        {files.map((file) => (
          <li key={file.sha256}>
            <Button
              type="text"
              size="small"
              icon={<DownloadOutlined aria-hidden="true" />}
              onClick={() => void take(file)}
            >
              {printable(file.name ?? file.sha256.slice(0, 12))}
            </Button>
            <span className="quiet">{sizeWords(file.bytes)}</span>
          </li>
        ))}
      </ul>
      {error === null ? null : <ProblemNote error={error} />}
    </>
  );
}

/** What stands of attached files in an answer that does not describe them further. Pure. */
export function attachedIn(files: readonly unknown[]): readonly AttachedFile[] {
  return files.flatMap((file) => {
    if (typeof file !== 'object' || file === null) return [];
    const [name, sha256, bytes]: unknown[] = ['name', 'sha256', 'bytes'].map((one) => Reflect.get(file, one));
    if (typeof sha256 !== 'string' || typeof bytes !== 'number') return [];
    return [{ name: typeof name === 'string' ? name : null, sha256, bytes }];
  });
}
