/** An answer that is a file: for a browser to keep, and only one of this program's own to show. */
export class FileAnswer {
  readonly name: string;
  readonly type: string;
  readonly content: Buffer | string;
  readonly disposition: 'attachment' | 'inline';

  /** @param name plain ASCII; it becomes the name of the file. @param disposition `inline`: part of a page */
  constructor(
    name: string,
    type: string,
    content: Buffer | string,
    disposition: 'attachment' | 'inline' = 'attachment',
  ) {
    this.name = name;
    this.type = type;
    this.content = content;
    this.disposition = disposition;
  }
}
