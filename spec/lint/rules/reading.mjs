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

/** Codes in a style can be parsed: x-code.symbols has the market, and zeros are added only if they are insignificant. */
function stylesAmiss({ styles, symbols, ...code }, markets) {
  const amiss = [];
  for (const [style, { codes }] of Object.entries(styles ?? {})) {
    for (const [market, spelling] of Object.entries(codes ?? {})) {
      const at = `x-code.styles.${style}`;
      if (!markets.includes(market) || code['without-codes']?.includes(market)) {
        amiss.push(`${at} names "${market}", which is not a market with codes`);
      } else if (!symbols?.[market]) {
        amiss.push(`${at} spells codes of ${market}, but x-code.symbols lacks it`);
      } else if (/\{symbol:/.test(spelling) && !code['drop-leading-zeros']?.includes(market)) {
        amiss.push(`${at} adds zeros to symbols of ${market}, in which they are significant`);
      }
    }
  }
  return amiss;
}

/** `x-code` names markets of its enumeration only. */
export function codeMarkets(document) {
  const findings = [];
  const markets = document.components?.schemas?.Market?.enum ?? [];
  eachSchema(document, (schema, path) => {
    const code = schema['x-code'];
    if (code === undefined) return;
    for (const map of ['patterns', 'symbols']) {
      for (const market of Object.keys(code[map] ?? {}).filter((one) => !markets.includes(one))) {
        findings.push({ message: `x-code.${map} names "${market}", which is not a market`, path: [...path, 'x-code'] });
      }
    }
    for (const message of stylesAmiss(code, markets)) findings.push({ message, path: [...path, 'x-code'] });
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
