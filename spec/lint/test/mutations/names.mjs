// Names that Java, generated code or another name already uses.
import { http, schema, stream } from './places.mjs';

/** A schema under another name, in its file and in the document. */
const renamed = (name) => ({
  what: `a schema called ${name}`,
  rule: 'class-name',
  in: http,
  edit: [http, "    Level: {$ref: './schemas/depth.yaml#/Level'}\n", `    ${name}: {$ref: './schemas/depth.yaml#/Level'}\n`],
  at: [schema('depth'), 'Level'],
  says: `"${name}"`,
});

const interfaceCalled = (name) => ({
  what: `an interface called ${name}`,
  rule: 'operation-name',
  in: http,
  edit: [http, 'operationId: depths', `operationId: ${name}`],
  at: [http, 'paths./depth.post.operationId'],
  says: `"${name}"`,
});

const commandCalled = (name) => ({
  what: `a command called ${name}`,
  rule: 'operation-name',
  in: stream,
  edit: [stream, '  requestDepths:\n    action', `  ${name}:\n    action`],
  at: [stream, `operations.${name}`],
  says: `"${name}"`,
});

const fieldCalled = (name, document = http) => ({
  what: `a field called ${name}`,
  rule: 'field-java-name',
  in: document,
  edit: [schema('trade'), 'x-java-name: price', `x-java-name: ${name}`],
  at: [schema('trade'), 'Trade.properties.p'],
});

const formerField = (name) => [schema('trade'), 'x-java-name: price', `x-java-name: price\n      x-formerly: ${name}`];

const FORMERLY = [
  {
    what: 'a former name of a field that Java has',
    rule: 'field-java-name',
    in: http,
    edit: formerField('[class]'),
    at: [schema('trade'), 'Trade.properties.p.x-formerly'],
  },
  {
    what: 'a former name that another field has',
    rule: 'field-java-name-once',
    in: stream,
    edit: formerField('[volume]'),
    at: [schema('trade'), 'Trade.properties.v'],
  },
  {
    what: 'former names that are not a list',
    rule: 'extension-valid',
    in: http,
    edit: formerField('volume'),
    at: [schema('trade'), 'Trade.properties.p.x-formerly'],
  },
  {
    what: 'a former name that another operation has',
    rule: 'operation-name',
    in: http,
    edit: [http, 'operationId: depths', 'operationId: depths\n      x-formerly: [trades]'],
    at: [http, 'paths./depth.post.x-formerly'],
    says: '"trades"',
  },
  {
    what: 'a former name that the face has',
    rule: 'operation-name',
    in: stream,
    edit: [stream, '  requestDepths:\n    action', '  requestDepths:\n    x-formerly: [close]\n    action'],
    at: [stream, 'operations.requestDepths.x-formerly'],
    says: '"close"',
  },
];

export const NAMES = [
  ...FORMERLY,
  ...['String', 'List', 'Instant', 'Override', 'QosHttp', 'Record', 'Channel', 'ReadingRules', 'level', 'LevelAdapter'].map(renamed),
  ...['class', 'all', 'async', 'get-depth', 'Depth', 'server', 'toString', 'yield'].map(interfaceCalled),
  ...['class', 'close', 'state', 'get-depth', 'request', 'replies', 'spacing'].map(commandCalled),
  ...['in', 'batch', 'hashCode', 'wireName', 'yield'].map((name) => fieldCalled(name)),
  {
    what: 'a field whose Java name is not a text',
    rule: 'field-java-name',
    in: http,
    edit: [schema('trade'), 'x-java-name: price', 'x-java-name: 1'],
    at: [schema('trade'), 'Trade.properties.p'],
  },
  {
    what: 'a command that makes the class of a schema',
    rule: 'operation-name',
    in: stream,
    edit: [stream, '  requestDepths:\n    action', '  tradeDirection:\n    action'],
    at: [stream, 'operations.tradeDirection'],
    says: 'TradeDirection',
  },
  {
    what: 'two interfaces of one constant',
    rule: 'operation-name',
    in: http,
    edit: [http, 'operationId: historyKLines', 'operationId: kLINES', ''],
    at: [http, 'paths./history.post.operationId'],
    says: 'KLINES',
  },
  {
    what: 'two subscriptions with one name for the channel',
    rule: 'operation-name',
    in: stream,
    edit: [stream, '  subscribeTrades:\n    action', '  followDepths:\n    action'],
    at: [stream, 'operations.subscribeDepths'],
    says: 'DepthsChannel',
  },
  {
    what: 'two subscriptions with one name for the newest push',
    rule: 'operation-name',
    in: stream,
    edit: [stream, 'push: pushTrade', 'push: pushDepth'],
    at: [stream, 'operations.subscribeDepths'],
    says: 'latestDepth',
  },
  {
    what: 'a part of a text called by a word of Java',
    rule: 'field-java-name',
    in: http,
    edit: [schema('market'), 'x-java-name: date', 'x-java-name: default'],
    at: [schema('market'), 'TradingDay.x-parts'],
  },
  {
    what: 'two parts of a text of one name',
    rule: 'field-java-name',
    in: http,
    edit: [schema('market'), 'x-java-name: date', 'x-java-name: day', ''],
    also: [schema('market'), '    - {x-java-name: length', '    - {x-java-name: day, description: Again.}\n    - {x-java-name: length'],
    at: [schema('market'), 'TradingDay.x-parts'],
    says: '"day"',
  },
  ...['a\\b', 'a b', 'a"b', 'ä'].map((name) => ({
    what: `a wire name ${name}`,
    rule: 'wire-name',
    in: http,
    edit: [schema('trade'), '    p:\n', `    '${name}':\n`],
    at: [schema('trade'), 'Trade.properties'],
    says: `"${name}"`,
  })),
  {
    what: 'a wire name that begins with a digit',
    rule: 'wire-name',
    in: http,
    edit: [schema('trade'), '    p:\n', '    1d:\n'],
    at: [schema('trade'), 'Trade.properties.1d'],
  },
  {
    what: 'a field of a request called as what its method uses',
    rule: 'argument-name',
    in: http,
    edit: [schema('requests'), 'x-java-name: count', 'x-java-name: rules'],
    at: [schema('requests'), 'TradesRequest.properties.count'],
  },
  {
    what: 'a parameter of a subscription called as what a channel has',
    rule: 'argument-name',
    in: stream,
    edit: [stream, 'x-java-name: type', 'x-java-name: name', '    subscribeKLines:\n      name'],
    at: [stream, 'components.messages.subscribeKLines.payload.allOf.2.properties.kt'],
  },
];
