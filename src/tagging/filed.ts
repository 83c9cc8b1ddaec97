/**
 * SQL: whether a row of `view_evidence` is filed under a case, by whatever source. Where one names several it is not: somebody
 * must choose.
 */
export const isFiled = `EXISTS (SELECT 1 FROM view_tag t
  WHERE t.evidence = view_evidence.evidence AND t.field = 'case' AND json_array_length(t.said) = 1)`;
