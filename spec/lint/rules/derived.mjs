import { memberProblem } from './java.mjs';
import { eachSchema, fieldsOf, formerNames, meant } from './schemas.mjs';

const isPrice = (field) => field?.type === 'string' && field.format === 'decimal';

/** A decimal field, or one of the items of a list. */
function priceOf(schema, operand) {
  const [field, inner] = operand.split('.');
  const value = meant(schema.properties?.[field]);
  return inner === undefined ? value : value.type === 'array' ? meant(meant(value.items).properties?.[inner]) : undefined;
}

/** `x-derived` computes from decimals of the schema, and its names are no other's. */
export function derivedComplete(document) {
  const findings = [];
  eachSchema(document, (schema, path) => {
    const derived = schema['x-derived'];
    if (derived === undefined) return;
    const at = [...path, 'x-derived'];
    const taken = [...fieldsOf(schema).values()].flatMap(({ field }) => [field['x-java-name'], ...formerNames(field)]);
    for (const [name, { description, ...rule }] of Object.entries(derived)) {
      const problem = taken.includes(name) ? 'is the name of a field' : memberProblem(name, 'components');
      if (problem) findings.push({ message: `x-derived "${name}" ${problem}`, path: at });
      for (const operand of Object.values(rule).flat().filter((one) => !isPrice(priceOf(schema, one)))) {
        findings.push({ message: `x-derived "${name}": "${operand}" is not a decimal of the schema`, path: at });
      }
    }
  });
  return findings;
}
