import { CheckOutlined, CopyOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useState } from 'react';
import { itemTexts } from '../../../texts/console/item.ts';
import { useWords } from '../../words/language.ts';

/** A text that is to be put elsewhere letter by letter. @param name what it is, for who cannot see beside what it stands */
export function CopyText({ name, text }: { readonly name: string; readonly text: string }) {
  const say = useWords(itemTexts);
  const [copied, setCopied] = useState(false);
  const copy = async (): Promise<void> => {
    setCopied(await toClipboard(text));
  };
  return (
    <span className="copy-text">
      <span className="mono">{text}</span>
      <Button
        size="small"
        type="text"
        className="no-print"
        aria-label={say('copy_of', { name })}
        icon={copied ? <CheckOutlined /> : <CopyOutlined />}
        onClick={() => void copy()}
      >
        <span role="status">{say(copied ? 'copied' : 'copy')}</span>
      </Button>
    </span>
  );
}

/** Without TLS a browser has no clipboard to give: then the old way. */
async function toClipboard(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    const field = document.createElement('textarea');
    field.value = text;
    document.body.append(field);
    field.select();
    const done = document.execCommand('copy');
    field.remove();
    return done;
  }
}
