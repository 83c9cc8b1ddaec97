/**
 * A value as it stands in a filter graph. ffmpeg takes it apart twice, once for the graph and once for the filter's own
 * options; whatever means something to either is escaped for both.
 */
export function filterValue(value: string): string {
  return value.replace(/[\\':]/g, '\\$&').replace(/[\\'[\],;]/g, '\\$&');
}
