import { useQueryClient } from '@tanstack/react-query';
import { useDeed } from '../../data/answers.ts';
import { problemOf } from '../../data/ask-station.ts';
import { type TagField, touched } from './item.ts';

/** Says something of a field, or takes it back, as long as nobody else has said otherwise meanwhile. */
export function useTagging(evidence: string, field: TagField) {
  const queries = useQueryClient();
  const tag = useDeed('evidenceTag', touched);
  const untag = useDeed('evidenceUntag', touched);
  const params = { evidence, field } as const;
  /** @param standing what a person had said when whoever changes it looked. Returns whether it is done. */
  const change = async (value: string | null, standing: string | null): Promise<boolean> => {
    tag.reset();
    untag.reset();
    try {
      if (value !== null) await tag.mutateAsync({ params, body: { value, standing } });
      else await untag.mutateAsync({ params, query: standing === null ? {} : { standing } });
      return true;
    } catch (error) {
      if (problemOf(error)?.code === 'tagging.tag_changed')
        await queries.invalidateQueries({ queryKey: ['evidenceItem'] });
      return false;
    }
  };
  return { change, busy: tag.isPending || untag.isPending, error: tag.error ?? untag.error };
}
