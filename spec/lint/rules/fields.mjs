import { memberProblem } from './java.mjs';
import { eachSchema, fieldsOf, formerNames, isDiscriminator } from './schemas.mjs';

function eachField(document, visit) {
  eachSchema(document, (schema, path) => {
    for (const [name, field] of Object.entries(schema.properties ?? {})) {
      if (!isDiscriminator(field)) visit(name, field, [...path, 'properties', name]);
    }
  });
}

/** Every field has a readable name that Java accepts. */
export function fieldJavaName(document) {
  const findings = [];
  const tell = (what, java, path) => {
    const problem = memberProblem(java, 'components');
    if (problem) findings.push({ message: `${what}: x-java-name "${java}" ${problem}`, path });
  };
  eachField(document, (name, field, path) => {
    const java = field['x-java-name'];
    if (field['x-unsent']) return;
    if (java === undefined) findings.push({ message: `field "${name}" has no x-java-name`, path });
    else tell(`field "${name}"`, java, path);
    for (const former of formerNames(field)) {
      const problem = memberProblem(former, 'components');
      if (problem) findings.push({ message: `field "${name}": x-formerly "${former}" ${problem}`, path: [...path, 'x-formerly'] });
    }
  });
  eachSchema(document, (schema, path) => {
    const parts = Array.isArray(schema['x-parts']) ? schema['x-parts'] : [];
    const names = parts.map((part) => part?.['x-java-name']);
    names.filter((java) => java !== undefined).forEach((java) => tell('a part', java, [...path, 'x-parts']));
    const twice = names.find((java, index) => java !== undefined && names.indexOf(java) !== index);
    if (twice) findings.push({ message: `two parts are called "${twice}"`, path: [...path, 'x-parts'] });
  });
  return findings;
}

/** The Java names of a schema's fields are unique, including former names and fields of composed schemas. */
export function fieldJavaNameOnce(document) {
  const findings = [];
  eachSchema(document, (schema, path) => {
    const taken = new Map();
    for (const [name, at] of fieldsOf(schema)) {
      for (const java of [at.field['x-java-name'], ...formerNames(at.field)]) {
        if (java === undefined) continue;
        if (taken.has(java)) {
          const message = `fields "${taken.get(java)}" and "${name}" are both called "${java}"`;
          findings.push({ message, path: [...path, ...at.path] });
        }
        taken.set(java, name);
      }
    }
  });
  return findings;
}

/** Every field has its own description: the schema that it refers to cannot know its role. */
export function fieldDescription(document) {
  const findings = [];
  eachField(document, (name, field, path) => {
    if (!field.description?.trim()) findings.push({ message: `field "${name}" has no description`, path });
  });
  return findings;
}

/** `required` names fields that exist in the schema or in schemas that it is composed of. */
export function requiredFieldExists(document) {
  const findings = [];
  eachSchema(document, (schema, path, fields) => {
    if (!Array.isArray(schema.required)) return;
    schema.required.forEach((name, index) => {
      if (!fields.has(name)) {
        findings.push({
          message: `required names "${name}", which is not a field of it`,
          path: [...path, 'required', index],
        });
      }
    });
  });
  return findings;
}
