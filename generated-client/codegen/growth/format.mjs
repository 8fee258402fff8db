// A format that the documents did not have, added as spec/README.md says: a row of the table, and what the row names.
import fs from 'node:fs';
import path from 'node:path';

const FORMATS = 'generated-client/src/main/java/hk/qos/client/internal/format';
const SIMULATOR = 'conformance-tests/src/main/java/hk/qos/simulator/spec';

/** Text to insert, by file: after a line that the file has. */
const INSERTIONS = {
  'spec/formats.json': {
    after: '  "formats": {\n',
    text: `    "percent": {
      "json": "string", "java": "java.math.BigDecimal", "codec": "percent", "text": "percent",
      "bundled": {"pattern": "^-?[0-9]+(\\\\.[0-9]+)?%$"},
      "valid": ["12.50%", "-3%"], "invalid": ["12.50", "x%", 12.5]
    },
`,
  },
  'spec/README.md': {
    after: '| `date` | string, `2026-01-02` | `LocalDate` |\n',
    text: '| `percent` | string, `12.50%` | `BigDecimal` |\n',
  },
  'spec/lint/rules/formats.mjs': {
    after: 'export const FORMATS = {\n',
    text: "  percent: { type: 'string', validate: (text) => /^-?\\d+(\\.\\d+)?%$/.test(text) },\n",
  },
  [`${FORMATS}/TextFormats.java`]: {
    after: '    private TextFormats() {}\n',
    text: `
    /** A number with a percent sign. */
    public static BigDecimal parsePercent(String text) {
        if (!text.endsWith("%")) {
            throw new IllegalArgumentException("no percentage: " + text);
        }
        return parseDecimal(text.substring(0, text.length() - 1));
    }

    /** With a percent sign. */
    public static String printPercent(BigDecimal value) {
        return printDecimal(value) + "%";
    }
`,
  },
  [`${FORMATS}/JsonFormats.java`]: {
    after: '    private JsonFormats() {}\n',
    text: `
    /** A percentage, its scale kept; null if absent. */
    public static @Nullable BigDecimal readPercent(JsonReader in) throws IOException {
        return read(in, TextFormats::parsePercent);
    }

    /** As text. */
    public static void writePercent(JsonWriter out, BigDecimal value) throws IOException {
        out.value(TextFormats.printPercent(value));
    }
`,
  },
  [`${FORMATS}/ByteFormats.java`]: {
    after: '    private ByteFormats() {}\n',
    text: `
    /** A percentage, its scale kept; null if absent. */
    public static @Nullable BigDecimal readPercent(JsonCursor in) throws MalformedFrameException {
        return read(in, TextFormats::parsePercent);
    }

    /** As text. */
    public static void writePercent(ByteBuf out, BigDecimal value) {
        JsonOutput.string(out, TextFormats.printPercent(value));
    }
`,
  },
  [`${SIMULATOR}/Schemas.java`]: {
    after: '                .format(new DecimalFormat())\n',
    text: '                .format(new PercentFormat())\n',
  },
};

const CLASS = `${SIMULATOR}/PercentFormat.java`;

/** The files that the new format touches. */
export const FILES = [...Object.keys(INSERTIONS), CLASS];

/** Adds the format to the project in a folder. */
export function addFormat(folder) {
  for (const [file, { after, text }] of Object.entries(INSERTIONS)) {
    const full = path.join(folder, file);
    const before = fs.readFileSync(full, 'utf8');
    if (before.split(after).length !== 2) throw new Error(`${file} does not have once: ${after}`);
    fs.writeFileSync(full, before.replace(after, () => after + text));
  }
  fs.writeFileSync(
    path.join(folder, CLASS),
    `package hk.qos.simulator.spec;

import com.networknt.schema.ExecutionContext;
import com.networknt.schema.format.Format;

/** Format {@code percent}: a number with a percent sign. */
final class PercentFormat implements Format {
    @Override
    public String getName() {
        return "percent";
    }

    @Override
    public boolean matches(ExecutionContext context, String value) {
        return value.matches("-?[0-9]+([.][0-9]+)?%");
    }
}
`,
  );
}
