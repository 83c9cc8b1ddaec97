import { registers } from '../../tagging/registers/all.ts';
import { allowedIn } from '../../tagging/registers/read-field.ts';
import type { Field, Register } from '../../tagging/registers/register.ts';
import { say } from '../../texts/say.ts';
import type { Language } from '../../texts/text.ts';

/** Rows that are made ready: below them the spreadsheet program makes dates of case numbers again. */
const readyRows = 1_000;
const mostWidth = 60;

/**
 * A workbook to fill in. Its cells are text, so that 000012 stays as it is typed and 2026-1 becomes no date; where only
 * some words are allowed, the cell offers them; a second sheet says what each column takes. An import reads the first.
 */
export async function templateWorkbook(register: Register, language: Language): Promise<Buffer> {
  const { default: writeExcelFile } = await import('write-excel-file/node');
  const { fields } = register;
  const text = { type: String, format: '@' } as const;
  const rows = Array.from({ length: readyRows }, () => fields.map(() => text));
  const hints = hintRows(register, language);
  const validations = validationsOf(fields, language);
  const written = writeExcelFile(
    [
      {
        sheet: register.title[language],
        data: [fields.map(({ title }) => ({ value: title[language], fontWeight: 'bold' as const })), ...rows],
        columns: fields.map(({ title }) => ({ width: Math.max(14, title[language].length * 2 + 2) })),
        stickyRowsCount: 1,
      },
      {
        sheet: say(language, 'cli.register.hints'),
        data: hints.map((row, at) =>
          row.map((value) => ({ value, ...(at === 0 ? { fontWeight: 'bold' as const } : {}) })),
        ),
        columns: [24, 12, mostWidth].map((width) => ({ width })),
        stickyRowsCount: 1,
      },
    ],
    {
      features: [
        {
          files: {
            transform: {
              'xl/worksheets/sheet{id}.xml': {
                insert: (_sheet, { sheetIndex }) => (sheetIndex === 0 ? validations : ''),
              },
            },
          },
        },
      ],
    },
  );
  return await written.toBuffer();
}

function hintRows({ fields }: Register, language: Language): readonly (readonly string[])[] {
  const names = ['column', 'required', 'takes'] as const;
  return [
    names.map((name) => say(language, `cli.register.hint.${name}`)),
    ...fields.map((field) => [
      field.title[language],
      say(language, field.required === true ? 'cli.yes' : 'cli.no'),
      takes(field, language),
    ]),
  ];
}

function takes({ kind }: Field, language: Language): string {
  switch (kind.is) {
    case 'refers':
      return say(language, 'cli.register.hint.refers', { register: registers[kind.to].title[language] });
    case 'text':
      return say(language, 'cli.register.hint.text', { most: kind.most });
    case 'one_of':
      return Object.values(kind.values)
        .map((words) => words[language])
        .join(' | ');
    case 'code':
    case 'yes_no':
    case 'date':
    case 'instant':
    case 'moment':
    case 'number':
    case 'area':
      return allowedIn(kind);
  }
}

/** Lists of the words that a column takes; the spreadsheet program then offers them and takes no others. */
function validationsOf(fields: readonly Field[], language: Language): string {
  const lists = fields.flatMap(({ kind }, at) => {
    const words = wordsOf(kind, language);
    if (words === null) return [];
    const column = String.fromCharCode(65 + at);
    return [
      `<dataValidation type="list" allowBlank="1" showErrorMessage="1" sqref="${column}2:${column}${readyRows + 1}"><formula1>"${words.join(',')}"</formula1></dataValidation>`,
    ];
  });
  return lists.length === 0
    ? ''
    : `<dataValidations count="${lists.length}">${lists.join('')}</dataValidations>`;
}

/** Words with a comma could not be told apart in such a list. */
function wordsOf(kind: Field['kind'], language: Language): readonly string[] | null {
  if (kind.is === 'yes_no') return language === 'zh' ? ['是', '否'] : ['yes', 'no'];
  if (kind.is !== 'one_of') return null;
  const words = Object.values(kind.values).map((one) => one[language]);
  return words.some((one) => /[,"&<]/.test(one)) ? null : words;
}
