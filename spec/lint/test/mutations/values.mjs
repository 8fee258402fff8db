// Values of `x-` fields and defaults that a generator or the client fails at.
import { http, schema, stream } from './places.mjs';

const rule = 'extension-valid';

const misspelt = (file, document, from, to, path) => ({
  what: `${to} for ${from}`,
  rule,
  in: document,
  edit: [file, from, to],
  at: [file, path],
  says: 'is no key of it',
});

const byDefault = (what, file, after, value, path) => ({
  what: `a default of ${what}`,
  rule: 'default-works',
  in: http,
  edit: [file, after, `${after}      default: ${value}\n`],
  at: [file, path],
  says: 'default',
});

export const VALUES = [
  misspelt(schema('codes'), http, 'drop-leading-zeros', 'drop-leading-zeroes', 'InstrumentCode.x-code'),
  misspelt(schema('market'), http, 'format: compact-date', 'fromat: compact-date', 'TradingDay.x-parts'),
  misspelt(schema('market'), http, '{x-java-name: length', '{x-jav-name: length', 'TradingDay.x-parts'),
  misspelt(http, http, 'requestsPerMinute', 'requestPerMinute', 'x-limits'),
  misspelt(http, http, '  refused-key', '  refusedkey', 'x-envelope'),
  misspelt(http, http, '  absent:', '  abesnt:', 'x-reading'),
  misspelt(http, http, '    earliest:', '    earlyest:', 'x-reading'),
  misspelt(stream, stream, '  connections: 1', '  conections: 1', 'x-limits'),
  misspelt(stream, stream, '  answer: type', '  anwser: type', 'x-envelope'),
  misspelt(stream, stream, '      minimum: PT10S', '      minimun: PT10S', 'operations.heartbeat.x-heartbeat'),
  misspelt(stream, stream, '      retention: every', '      retentoin: every', 'operations.subscribeTrades.x-subscription'),
  misspelt(stream, stream, '      queries: kline_reqs', '      querys: kline_reqs', 'operations.subscribeKline.x-recovery'),
  misspelt(stream, stream, '        identity: [ts]', '        idenity: [ts]', 'components.messages.pushKline.x-push'),
  ...['1s', 'PT', 'P1Y', 'P1W', '1'].map((duration) => ({
    what: `a spacing of ${duration}`,
    rule,
    in: stream,
    edit: [stream, 'spacing: PT1S', `spacing: ${duration}`],
    at: [stream, 'x-limits'],
    says: duration === '1' ? 'string' : 'write one such as PT1S',
  })),
  {
    what: 'a limit that is no number',
    rule,
    in: http,
    edit: [http, 'requestsPerMinute: 10', "requestsPerMinute: '10'"],
    at: [http, 'x-limits'],
  },
  {
    what: 'an expression that is none',
    rule,
    in: http,
    edit: [http, "refused-key: '(?!", "refused-key: '((?!"],
    at: [http, 'x-envelope'],
  },
  {
    what: 'secrecy of what is no field',
    rule,
    in: http,
    edit: [schema('registration'), 'Registration:\n', 'Registration:\n  x-secret: true\n'],
    at: [schema('registration'), 'Registration.x-secret'],
    says: 'it belongs to a field',
  },
  {
    what: 'x-push at an operation',
    rule,
    in: stream,
    edit: [stream, "    x-section: '5.4'\n    x-subscription:", "    x-section: '5.4'\n    x-push: {key: c}\n    x-subscription:"],
    at: [stream, 'operations.subscribeDepth.x-push'],
    says: 'it belongs to a message',
  },
  {
    what: 'x-reading in the document of the stream',
    rule,
    in: stream,
    edit: [stream, 'x-limits:\n', 'x-reading: {absent: []}\nx-limits:\n'],
    at: [stream, 'x-reading'],
    says: 'other document',
  },
  byDefault('a list', schema('requests'), '      x-java-name: markets\n', '[HK]', 'MarketsRequest.properties.market.default'),
  byDefault('a moment', schema('kline'), '      x-java-name: endTime\n', '5', 'HistoryQuery.properties.e.default'),
  byDefault('a date', schema('registration'), '      x-java-name: createdAt\n', "'2026-01-02T00:00:00Z'", 'Registration.properties.created_at.default'),
  byDefault('an instrument', schema('market'), '      x-java-name: code\n', "'US:AAPL'", 'Product.properties.code.default'),
  byDefault('a decimal that is none', schema('trade'), '      x-java-name: price\n', "'1,5'", 'Trade.properties.p.default'),
  byDefault('a decimal that is a number', schema('trade'), '      x-java-name: price\n', '1.5', 'Trade.properties.p.default'),
  {
    what: 'a misspelt format of a part',
    rule: 'known-format',
    in: http,
    edit: [schema('market'), 'format: compact-date', 'format: compact-dat'],
    at: [schema('market'), 'TradingDay.x-parts'],
  },
  {
    what: 'a least decimal that is text',
    rule: 'bounds-fit',
    in: http,
    edit: [schema('trade'), '      x-java-name: price\n', '      x-java-name: price\n      minimum: 0\n'],
    at: [schema('trade'), 'Trade.properties.p.minimum'],
  },
  {
    what: 'a least moment that is a minimum',
    rule: 'bounds-fit',
    in: http,
    edit: [schema('kline'), 'x-least: 1', 'minimum: 1'],
    at: [schema('kline'), 'HistoryQuery.properties.e.minimum'],
    says: 'x-least',
  },
  {
    what: 'x-least of a count',
    rule: 'bounds-fit',
    in: http,
    edit: [schema('requests'), '      x-java-name: count\n', '      x-java-name: count\n      x-least: 1\n'],
    at: [schema('requests'), 'TradesRequest.properties.count.x-least'],
  },
];
