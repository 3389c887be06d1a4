/** The JSON schema of the report, from the table of its fields in docs/report.md. */

/** What is known of one place in the document. */
interface Field {
  type: string;
  required: boolean;
  meaning: string;
  /** The fields of an object, or of the items of a list. */
  readonly fields: Map<string, Field>;
}

const ROW = /^\| `([^`]+)`(\*?) \| ([^|]+) \| (.*) \|$/gm;

/** The schema as text. Throws for a row that has no place above it. */
export function renderReportSchema(page: string): string {
  const root = new Map<string, Field>();
  for (const [, path = '', optional, type = '', meaning = ''] of page.matchAll(ROW)) {
    const names = path.split('.').map((name) => name.replace('[]', ''));
    const last = names.pop() ?? '';
    let fields = root;
    for (const name of names) {
      const above = fields.get(name);
      if (above === undefined) throw new Error(`docs/report.md describes ${path} and not what it is part of`);
      fields = above.fields;
    }
    fields.set(last, { type: type.trim(), required: optional === '', meaning, fields: new Map() });
  }
  const schema = {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    title: 'The report of setup-binfmt',
    ...objectOf(root),
  };
  return `${JSON.stringify(schema, null, 2)}\n`;
}

function objectOf(fields: ReadonlyMap<string, Field>): object {
  const required = [...fields].filter(([, field]) => field.required).map(([name]) => name);
  const properties = Object.fromEntries(
    [...fields].map(([name, field]) => [name, { description: field.meaning, ...typeOf(field) }]),
  );
  return { type: 'object', additionalProperties: false, required, properties };
}

function typeOf({ type, fields }: Field): object {
  const strings = { type: 'array', items: { type: 'string' } };
  switch (type) {
    case 'string':
    case 'number':
    case 'boolean':
      return { type };
    case 'list of strings':
      return strings;
    case 'string or list':
      return { anyOf: [{ type: 'string' }, strings] };
    case 'list':
      return { type: 'array', items: objectOf(fields) };
    case 'object':
      return fields.size > 0
        ? objectOf(fields)
        : { type: 'object', additionalProperties: { type: 'string' } };
    default:
      throw new Error(`docs/report.md has no type ${type}`);
  }
}
