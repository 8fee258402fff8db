import { isStream } from './bodies.mjs';
import { eachSchema } from './schemas.mjs';

/** `x-reading` has texts without space around them, and times in order. */
export function readingComplete(document) {
  if (isStream(document)) return [];
  const { absent, moments } = document['x-reading'] ?? {};
  const at = (path, message) => [{ message, path: ['x-reading', ...path] }];
  if (!Array.isArray(absent) || absent.some((text) => typeof text !== 'string' || text === '' || text.trim() !== text)) {
    return at(['absent'], 'absent is not a list of texts without space around them');
  }
  const [earliest, latest] = [Date.parse(moments?.earliest), Date.parse(moments?.latest)];
  const milliseconds = moments?.['milliseconds-from'];
  if (!(earliest < latest) || !Number.isInteger(milliseconds)) {
    return at(['moments'], 'moments has no earliest, later latest and milliseconds-from');
  }
  const largest = Math.max(Math.abs(earliest), Math.abs(latest)) / 1000;
  return milliseconds > largest ? [] : at(['moments'], 'milliseconds-from could be seconds of a moment');
}

/** `x-code` names markets of its enumeration only. */
export function codeMarkets(document) {
  const findings = [];
  const markets = document.components?.schemas?.Market?.enum ?? [];
  eachSchema(document, (schema, path) => {
    const code = schema['x-code'];
    if (code === undefined) return;
    for (const market of Object.keys(code.patterns ?? {}).filter((one) => !markets.includes(one))) {
      findings.push({ message: `x-code.patterns names "${market}", which is not a market`, path: [...path, 'x-code'] });
    }
    for (const list of ['without-codes', 'drop-leading-zeros', 'upper-case']) {
      for (const market of (code[list] ?? []).filter((one) => !markets.includes(one))) {
        findings.push({ message: `x-code.${list} names "${market}", which is not a market`, path: [...path, 'x-code'] });
      }
    }
  });
  return findings;
}

/** Fields with `x-least` or `x-unsent` are optional. */
export function leastOptional(document) {
  const findings = [];
  eachSchema(document, (schema, path) => {
    for (const [name, field] of Object.entries(schema.properties ?? {})) {
      const told = ['x-least', 'x-unsent'].find((key) => key in field);
      if (told && schema.required?.includes(name)) {
        const message = `${told} of "${name}", which is required`;
        findings.push({ message, path: [...path, 'properties', name] });
      }
    }
  });
  return findings;
}
