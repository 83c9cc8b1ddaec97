import { effectiveTag, type Tag, type TagField } from './tags.ts';

/**
 * Whether an item is kept less, or is another officer's, once a person says this of it: it is not important any more, it is
 * taken out of a case, it changes hands. To choose between what the most believed source leaves open, and to say what nobody
 * has said, is none of these. Pure.
 * @param marked its officer has marked it on the recorder as important
 * @param value null takes away what a person has said
 */
export function loosened(
  tags: readonly Tag[],
  marked: boolean,
  field: TagField,
  value: string | null,
): boolean {
  const before = tags.filter((one) => one.field === field);
  const others = before.filter(({ source }) => source !== 'person');
  const after: readonly Tag[] = [
    ...others,
    { field, source: 'person', values: value === null ? [] : [value] },
  ];
  const [was, is] = [before, after].map((said) => effectiveTag(field, said));
  switch (field) {
    case 'importance': {
      const unsaid = marked ? 'important' : null;
      return (was?.value ?? unsaid) === 'important' && (is?.value ?? unsaid) !== 'important';
    }
    case 'case':
    case 'officer':
      return was !== null && was !== undefined && was.value !== null && was.value !== is?.value;
    default:
      return false;
  }
}
