import { CheckOutlined, CopyOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useState } from 'react';
import { ledgerPageTexts } from '../../../texts/console/ledger.ts';
import { useWords } from '../../words/language.ts';

/** Takes a text along; says whether it went. */
export function CopyButton({ text, says }: { readonly text: string; readonly says: string }) {
  const say = useWords(ledgerPageTexts);
  const [went, setWent] = useState<boolean | null>(null);
  const copy = async (): Promise<void> => {
    setWent(await copied(text));
    setTimeout(() => setWent(null), 4_000);
  };
  return (
    <div className="copy">
      <Button icon={went === true ? <CheckOutlined /> : <CopyOutlined />} onClick={() => void copy()}>
        {says}
      </Button>
      <span role="status" className="quiet">
        {went === null ? '' : say(went ? 'copied' : 'not_copied')}
      </span>
    </div>
  );
}

/** Browsers have a clipboard on pages over HTTPS alone; elsewhere the old way is tried. */
async function copied(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    const area = document.createElement('textarea');
    area.value = text;
    document.body.append(area);
    area.select();
    const went = document.execCommand('copy');
    area.remove();
    return went;
  }
}
