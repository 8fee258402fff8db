import { eachSchema } from './schemas.mjs';
import { strictViolations } from './validation.mjs';

const WORKING = 'text without a format, decimal, int32, int64, number, boolean and enumerations';

function works(schema) {
  if (schema.allOf?.length === 1) return works(schema.allOf[0]);
  if (schema.enum) return true;
  if (schema.type === 'string') return schema['x-delimited'] === undefined && [undefined, 'email', 'decimal'].includes(schema.format);
  if (schema.type === 'integer') return ['int32', 'int64'].includes(schema.format);
  return schema.type === 'boolean' || schema.type === 'number';
}

/** A default must be valid by its own schema, and of a type that generated code can express. */
export function defaultWorks(document) {
  const findings = [];
  eachSchema(document, (schema, path) => {
    if (schema.default === undefined || !(schema.type || schema.allOf)) return;
    const at = [...path, 'default'];
    if (!works(schema)) {
      const message = `defaults are for ${WORKING}: leave it out and describe what absent means`;
      findings.push({ message, path: at });
      return;
    }
    for (const violation of strictViolations(schema, schema.default)) {
      findings.push({ message: `the schema does not allow the default: ${violation.message}`, path: at });
    }
  });
  return findings;
}
