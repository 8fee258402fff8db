// Finds the values of a named schema in examples, by the references of the documents.
import path from 'node:path';

/** Follows references from one document: each is {schema, file}, with the file that the schema is written in. */
export class References {
  /** @param content returns the parsed content of a file, by its full path */
  constructor(content) {
    this.content = content;
  }

  follow({ schema, file }) {
    if (typeof schema?.$ref !== 'string') return { schema, file };
    const [target, pointer] = schema.$ref.split('#/');
    const full = target ? path.join(path.dirname(file), target) : file;
    const found = pointer.split('/').reduce((node, step) => node?.[step], this.content(full));
    return this.follow({ schema: found, file: full });
  }

  /** Calls `visit` with each part of the value, a node of YAML, that `wanted` of the schemas describes. */
  walk(at, node, wanted, visit) {
    const { schema, file } = this.follow(at);
    if (!schema || !node) return;
    if (wanted === schema) visit(node);
    const inside = (child, value) => this.walk({ schema: child, file }, value, wanted, visit);
    for (const part of schema.allOf ?? []) inside(part, node);
    for (const [name, field] of Object.entries(schema.properties ?? {})) inside(field, node.get?.(name, true));
    if (schema.items) (node.items ?? []).forEach((item) => inside(schema.items, item));
    if (typeof schema.additionalProperties === 'object') {
      (node.items ?? []).forEach((pair) => inside(schema.additionalProperties, pair.value));
    }
  }
}
