import { DownloadOutlined } from '@ant-design/icons';
import { Radio } from 'antd';
import { useState } from 'react';
import { ledgerPageTexts } from '../../../texts/console/ledger.ts';
import { askStation } from '../../data/ask-station.ts';
import { saveFile } from '../../data/save-file.ts';
import { useMay } from '../../data/session.ts';
import { Confirm } from '../../parts/confirm.tsx';
import { WhyDisabled } from '../../parts/why-disabled.tsx';
import { usePlace } from '../../shell/place.ts';
import { useWords } from '../../words/language.ts';
import { entriesAsked } from './filters.ts';

const formats = ['xlsx', 'csv', 'jsonl'] as const;
type Format = (typeof formats)[number];

/** What is listed, as a file: an entry itself, so that it is asked for first. */
export function ExportEntries() {
  const say = useWords(ledgerPageTexts);
  const may = useMay();
  const { search } = usePlace();
  const [open, setOpen] = useState(false);
  const [format, setFormat] = useState<Format>('xlsx');
  const take = async (): Promise<void> => {
    const { sort: _order, ...query } = entriesAsked(search);
    await saveFile(`ledger.${format}`, await askStation('entryExport', { query: { ...query, format } }));
  };
  return (
    <>
      <WhyDisabled
        why={may('ledger.export') ? null : say('export_may_not')}
        icon={<DownloadOutlined />}
        onClick={() => setOpen(true)}
      >
        {say('export')}
      </WhyDisabled>
      {open ? (
        <Confirm
          asks={say('export_asks')}
          says={
            <>
              <p className="asked">{say('export_says')}</p>
              <Radio.Group
                aria-label={say('format')}
                value={format}
                className="formats"
                options={formats.map((value) => ({ value, label: say(value) }))}
                onChange={({ target }) => setFormat(target.value as Format)}
              />
            </>
          }
          deed={say('export')}
          onConfirm={take}
          onClose={() => setOpen(false)}
        />
      ) : null}
    </>
  );
}
