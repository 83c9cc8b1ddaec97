import { CheckCircleFilled, CloseCircleFilled } from '@ant-design/icons';
import { classTexts } from '../../../texts/chips.ts';
import { itemTexts } from '../../../texts/console/item.ts';
import { sizeWords } from '../../../texts/measures.ts';
import { printable } from '../../../texts/text.ts';
import { PersonText } from '../../parts/person-text.tsx';
import { StateChip } from '../../parts/state-chip.tsx';
import { TimeText } from '../../parts/time-text.tsx';
import { useCode, useLanguage, useWords } from '../../words/language.ts';
import { localWords } from '../../words/moments.ts';
import { CopyText } from './copy-text.tsx';
import { type Item, isDisposed } from './item.ts';
import { Fact, Section } from './section.tsx';

/** What the original is, and where it lies. */
export function Facts({ item }: { readonly item: Item }) {
  const say = useWords(itemTexts);
  const word = useCode(classTexts);
  const { language } = useLanguage();
  const { named, original, bytes, digests } = item;
  const officer = item.tags.find(({ field }) => field === 'officer')?.value ?? named.officer;
  return (
    <Section title={say('facts')}>
      <dl className="facts">
        <Fact name={say('name_on_recorder')}>
          <span className="mono wraps">{printable(item.path)}</span>
        </Fact>
        <Fact name={say('size')}>
          {say('size_exact', { size: sizeWords(bytes), bytes: bytes.toLocaleString('en-US') })}
        </Fact>
        <Fact name={say('digest', { name: 'SHA-256' })}>
          <CopyText name={say('digest', { name: 'SHA-256' })} text={digests.sha256} />
        </Fact>
        {digests.sm3 === null ? null : (
          <Fact name={say('digest', { name: 'SM3' })}>
            <CopyText name={say('digest', { name: 'SM3' })} text={digests.sm3} />
          </Fact>
        )}
        <Fact name={say('recorder')}>
          <span className="mono">{printable(item.recorder)}</span>
        </Fact>
        <Fact name={say('officer')}>
          <PersonText number={officer} />
        </Fact>
        {named.start === null ? null : (
          <Fact name={say('recorded')}>{localWords(named.start, language)}</Fact>
        )}
        <Fact name={say('secured')}>
          <TimeText at={item.securedAt} fineness="second" />
        </Fact>
        <Fact name={say('stored')}>
          {item.storedAt === null ? say('waits') : <TimeText at={item.storedAt} fineness="second" />}
        </Fact>
        <Fact name={say('way')}>
          {item.way === 'dock'
            ? say('way_dock', { docking: item.docking })
            : say('way_other', { way: item.way, docking: item.docking })}
          {item.resumed ? <p className="quiet">{say('resumed')}</p> : null}
        </Fact>
        <Fact name={say('kept_as')}>{word(String(item.retention['class']))}</Fact>
        <Fact name={say('lock_until')}>
          {original === null ? say('not_locked') : <TimeText at={original.retainUntil} fineness="day" />}
        </Fact>
        <Fact name={say('lies_in')}>
          <Copies item={item} />
        </Fact>
        {item.sidecars.length === 0 ? null : (
          <Fact name={say('sidecars')}>
            <ul>
              {item.sidecars.map(({ path, bytes: size, sha256 }) => (
                <li key={sha256 + path} className="wraps">
                  <span className="mono">{printable(path)}</span>{' '}
                  <span className="quiet">{sizeWords(size)}</span>
                </li>
              ))}
            </ul>
          </Fact>
        )}
      </dl>
    </Section>
  );
}

function Copies({ item }: { readonly item: Item }) {
  const say = useWords(itemTexts);
  if (item.copies.length === 0)
    return <span className="quiet">{say(isDisposed(item) ? 'no_copies' : 'not_stored')}</span>;
  return (
    <ul>
      {item.copies.map(({ vault, role, location, checkedAt, damage }) => (
        <li key={vault} className="stored-copy">
          <b>{say(role === 'main' ? 'copy_main' : 'copy_mirror')}</b>{' '}
          {damage === null ? (
            <StateChip tone="good" icon={<CheckCircleFilled />}>
              {say('copy_sound')}
            </StateChip>
          ) : (
            <StateChip tone="bad" icon={<CloseCircleFilled />}>
              {say(damage === 'missing' ? 'copy_missing' : 'copy_altered')}
            </StateChip>
          )}
          <span className="mono wraps">{location === null ? say('copy_unknown') : printable(location)}</span>
          <Checked at={checkedAt} />
        </li>
      ))}
    </ul>
  );
}

function Checked({ at }: { readonly at: string | null }) {
  const say = useWords(itemTexts);
  if (at === null) return <span className="quiet">{say('checked_never')}</span>;
  const [before = '', after = ''] = say('checked_at', { at: '{at}' }).split('{at}');
  return (
    <span className="quiet">
      {before}
      <TimeText at={at} />
      {after}
    </span>
  );
}
