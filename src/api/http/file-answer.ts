/** An answer that is a file: for a browser to keep, never to run. */
export class FileAnswer {
  readonly name: string;
  readonly type: string;
  readonly content: Buffer | string;

  /** @param name plain ASCII; it becomes the name of the file */
  constructor(name: string, type: string, content: Buffer | string) {
    this.name = name;
    this.type = type;
    this.content = content;
  }
}
