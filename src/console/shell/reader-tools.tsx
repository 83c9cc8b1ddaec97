import { FontSizeOutlined, GlobalOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { shellTexts } from '../../texts/console/shell.ts';
import { useLanguage, useWords } from '../words/language.ts';
import { useType } from './type-size.ts';

/** What makes the console readable for whoever sits in front of it. */
export function ReaderTools() {
  const say = useWords(shellTexts);
  const { language, change } = useLanguage();
  const { large, setLarge } = useType();
  return (
    <>
      <Button type="text" icon={<FontSizeOutlined />} aria-pressed={large} onClick={() => setLarge(!large)}>
        {say(large ? 'usual' : 'large')}
      </Button>
      <Button
        type="text"
        icon={<GlobalOutlined />}
        lang={language === 'zh' ? 'en' : 'zh-CN'}
        onClick={() => change(language === 'zh' ? 'en' : 'zh')}
      >
        {language === 'zh' ? 'English' : '中文'}
      </Button>
    </>
  );
}
