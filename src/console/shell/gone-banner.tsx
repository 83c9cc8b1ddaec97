import { CloudSyncOutlined } from '@ant-design/icons';
import { shellTexts } from '../../texts/console/shell.ts';
import { useLink } from '../data/link-state.ts';
import { useWords } from '../words/language.ts';

/** Above every window: whoever is writing must know that nothing can be sent now. */
export function GoneBanner() {
  const say = useWords(shellTexts);
  const { gone } = useLink();
  return (
    <div role="alert" className="banner-place">
      {gone ? (
        <p className="banner">
          <CloudSyncOutlined aria-hidden="true" />
          {say('gone')}
        </p>
      ) : null}
    </div>
  );
}
