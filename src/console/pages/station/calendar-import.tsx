import { useQueryClient } from '@tanstack/react-query';
import { Checkbox } from 'antd';
import { useId, useState } from 'react';
import { calendarTexts } from '../../../texts/console/station-lists.ts';
import { askStation } from '../../data/ask-station.ts';
import { Confirm } from '../../parts/confirm.tsx';
import { useWords } from '../../words/language.ts';

interface CalendarImportProps {
  readonly year: number;
  readonly onClose: () => void;
}

/** The announced arrangement of a year, out of a file. */
export function CalendarImport({ year, onClose }: CalendarImportProps) {
  const say = useWords(calendarTexts);
  const queries = useQueryClient();
  const id = useId();
  const [file, setFile] = useState<File | null>(null);
  const [correct, setCorrect] = useState(false);
  const send = async (): Promise<void> => {
    if (file === null) return;
    await askStation('calendarImport', { params: { year }, query: { correct }, body: file });
    await queries.invalidateQueries();
  };
  return (
    <Confirm
      asks={say('import_asks', { year: String(year) })}
      says={say('import_says')}
      deed={say('import')}
      why={file === null ? say('file_needed') : null}
      onConfirm={send}
      onClose={onClose}
    >
      <div>
        <label htmlFor={id}>{say('file')}</label>
        <input
          id={id}
          type="file"
          accept=".ics,text/calendar"
          onChange={({ target }) => setFile(target.files?.[0] ?? null)}
        />
      </div>
      <Checkbox checked={correct} onChange={({ target }) => setCorrect(target.checked)}>
        {say('correct')}
      </Checkbox>
    </Confirm>
  );
}
