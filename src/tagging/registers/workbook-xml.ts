/** What a workbook's parts say that its values do not. Regular expressions do: only names, numbers and areas are asked for. */
export interface WorkbookSheet {
  readonly name: string;
  readonly hidden: boolean;
  /** Its part within the file, `xl/worksheets/sheet1.xml`. */
  readonly part: string;
}

/** The parts of a workbook as text, by their names in the file. */
export type Parts = ReadonlyMap<string, string>;

export function sheetsOf(parts: Parts): readonly WorkbookSheet[] {
  const targets = new Map(
    elements(parts.get('xl/_rels/workbook.xml.rels') ?? '', 'Relationship').map((one) => [
      attribute(one, 'Id'),
      attribute(one, 'Target') ?? '',
    ]),
  );
  return elements(parts.get('xl/workbook.xml') ?? '', 'sheet').flatMap((one) => {
    const name = attribute(one, 'name');
    if (name === null) return [];
    const target = targets.get(attribute(one, 'id')) ?? '';
    const part = target.startsWith('/') ? target.slice(1) : `xl/${target}`;
    return [{ name, hidden: (attribute(one, 'state') ?? 'visible') !== 'visible', part }];
  });
}

/** Whether days are counted from 1904 on. */
export function countsFrom1904(parts: Parts): boolean {
  const [properties = ''] = elements(parts.get('xl/workbook.xml') ?? '', 'workbookPr');
  return ['1', 'true'].includes(attribute(properties, 'date1904') ?? '');
}

/** By cell style, to how many digits a number is filled up with zeros when it is shown: 12 as 000012. */
export function zeroFilled(parts: Parts): ReadonlyMap<string, number> {
  const xml = parts.get('xl/styles.xml') ?? '';
  const digits = new Map(
    elements(xml, 'numFmt').flatMap((one) => {
      const code = attribute(one, 'formatCode') ?? '';
      return /^0{2,30}$/.test(code) ? [[attribute(one, 'numFmtId'), code.length] as const] : [];
    }),
  );
  const [, formats = ''] = /<(?:\w+:)?cellXfs\b[^>]*>([\s\S]*?)<\/(?:\w+:)?cellXfs>/.exec(xml) ?? [];
  return new Map(
    elements(formats, 'xf').flatMap((one, style) => {
      const width = digits.get(attribute(one, 'numFmtId'));
      return width === undefined ? [] : [[String(style), width] as const];
    }),
  );
}

/** The attributes of each element of this name, as they stand in its opening tag. */
export function elements(xml: string, name: string): readonly string[] {
  return [...xml.matchAll(new RegExp(`<(?:\\w+:)?${name}(?=[\\s/>])([^>]*)>`, 'g'))].map(
    ([, attributes = '']) => attributes,
  );
}

/** One attribute, whatever prefix it has; null where it is not there. */
export function attribute(attributes: string, name: string): string | null {
  const found = patternOf(name).exec(attributes);
  return found === null ? null : decoded(found[1] ?? found[2] ?? '');
}

/** Made once: a worksheet asks for three of them a cell. */
const patterns = new Map<string, RegExp>();

function patternOf(name: string): RegExp {
  const standing = patterns.get(name);
  if (standing !== undefined) return standing;
  const made = new RegExp(`(?:^|\\s)(?:\\w+:)?${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`);
  patterns.set(name, made);
  return made;
}

const named: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

function decoded(text: string): string {
  return text.replace(/&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|(\w+));/gi, (whole, decimal, hex, name) => {
    if (name !== undefined) return named[String(name)] ?? whole;
    const point = decimal === undefined ? Number.parseInt(String(hex), 16) : Number(decimal);
    return point <= 0x10ffff ? String.fromCodePoint(point) : whole;
  });
}
