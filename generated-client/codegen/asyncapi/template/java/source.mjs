const HEADER = '// Generated from spec/asyncapi.yaml. Do not edit: change the document and run `mvn -Pregenerate`.\n';
const WIDTH = 116;

/** Builds one Java file: collects the imports while the body is printed. */
export class JavaSource {
  #imports = new Set();
  #packages;
  #own;
  #taken;

  /**
   * @param packages of the classes that are made: `face`, `stream`, `model`, `json`
   * @param own which of them the file is in
   * @param taken the table of reserved names
   */
  constructor(packages, own, taken) {
    this.#packages = packages;
    this.#own = packages[own];
    this.#taken = taken;
  }

  /** Returns the type as written in the body, type arguments included. A leading `stream.`, `model.` or `json.` is a generated package. */
  use(java) {
    return java.replace(/[A-Za-z_][\w.]*/g, (name) => {
      const full = name.replace(/^(stream|model|json)\./, (_, key) => `${this.#packages[key]}.`);
      const dot = full.lastIndexOf('.');
      if (dot > 0 && !full.startsWith('java.lang.') && full.slice(0, dot) !== this.#own) {
        this.#imports.add(full);
        if (full === name) {
          this.#taken.known(full.slice(dot + 1));
        }
      }
      return full.slice(dot + 1);
    });
  }

  /** Returns the text of the file. `body` is printed first, so that all imports are known. */
  text(body) {
    const imports = [...this.#imports].sort().map((name) => `import ${name};\n`);
    const block = imports.length > 0 ? `${imports.join('')}\n` : '';
    return `${HEADER}package ${this.#own};\n\n${block}${body.trim()}\n`;
  }
}

/** The header for a file that has no body, such as a package's description. */
export function headed(text) {
  return `${HEADER}${text.trim()}\n`;
}

/** Indents every line but empty ones. */
export function indent(text, levels = 1) {
  return text.replace(/^(?=.)/gm, '    '.repeat(levels));
}

/** A Java text literal. */
export function literal(text) {
  return JSON.stringify(text);
}

/** Javadoc of paragraphs and tags; each is wrapped. */
export function javadoc(paragraphs, tags = []) {
  const lines = paragraphs.flatMap((text, i) => [...(i > 0 ? [''] : []), ...wrap(i > 0 ? `<p>${text}` : text)]);
  const tagged = tags.flatMap((tag) => wrap(tag).map((line, i) => (i > 0 ? `    ${line}` : line)));
  const all = [...lines, ...(lines.length > 0 && tagged.length > 0 ? [''] : []), ...tagged];
  if (all.length === 1 && all[0].length < WIDTH - 8) {
    return `/** ${all[0]} */`;
  }
  return ['/**', ...all.map((line) => ` * ${line}`.trimEnd()), ' */'].join('\n');
}

/** Text of the document as Javadoc: what is between backticks becomes code. */
export function prose(text) {
  return text
    .trim()
    .replace(/\s+/g, ' ')
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')
    .replace(/@/g, '&#64;')
    .replace(/\\/g, '&#92;')
    .replace(/\*\//g, '*&#47;')
    .replace(/[{}]/g, (brace) => (brace === '{' ? '&#123;' : '&#125;'))
    .replace(/`([^`]*)`/g, '<code>$1</code>');
}

function wrap(text) {
  const lines = [];
  for (const word of text.split(' ')) {
    const last = lines.at(-1);
    if (last === undefined || last.length + word.length + 1 > WIDTH - 8) {
      lines.push(word);
    } else {
      lines[lines.length - 1] = `${last} ${word}`;
    }
  }
  return lines;
}
