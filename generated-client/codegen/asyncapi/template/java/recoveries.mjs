import { DocumentError, required } from './problems.mjs';
import { indent, javadoc } from './source.mjs';

/** The request that recovers a gap of a channel, or undefined. */
export function recoveryOf(subscribe, commands, channel) {
  const x = subscribe.operation['x-recovery'];
  if (!x) {
    return undefined;
  }
  const place = `${subscribe.place}, x-recovery`;
  const request = required(place, `request ${x.request}`, commands.get(x.request));
  if (request.role !== 'request' || request.result.kind !== 'results' || request.result.item.kind !== 'record') {
    throw new DocumentError(place, `${x.request} must be a request that is answered with a list of records`);
  }
  const element = request.result.item;
  const within = (wire, fields) => required(place, `field ${wire}`, fields.find((field) => field.wire === wire));
  const items = x.items && within(x.items, element.fields());
  const pushed = items ? items.type.item : element;
  if (pushed?.name !== channel.record.name) {
    throw new DocumentError(place, `the items of ${x.request} must be what is pushed, ${channel.record.name}`);
  }
  const key = within(channel.key.wire, element.fields());
  const most = required(place, 'most', x.most);
  return { place, request, element, items, key, most, command: commandOf(place, x, request, channel, within) };
}

/** The arguments of the request, as expressions of `keys` and `MAX_ITEMS`. */
function commandOf(place, x, request, channel, within) {
  const queries = x.queries && within(x.queries, request.body);
  const value = (field, key) => {
    if (field.wire === x.count) return 'MAX_ITEMS';
    if (field.required && ['codes', 'batch'].includes(field.type.kind)) return key;
    const parameter = channel.parameters.find(({ type }) => type.java === field.type.java);
    if (!parameter && field.required) throw new DocumentError(field.place, 'is required, and a recovery has no value for it');
    return parameter?.name ?? 'null';
  };
  if (!queries) {
    return () => request.body.map((field) => value(field, 'keys')).join(', ');
  }
  const query = queries.type.item;
  const factory = required(query.name, 'x-factory', query.schema['x-factory']);
  const fields = query.fields();
  const made = factory.map((wire) => value(within(wire, fields), 'key')).join(', ');
  return (source) =>
    request.body
      .map((field) => (field === queries ? `keys.stream().map(key -> ${source.use(query.java)}.of(${made})).toList()` : value(field, 'keys')))
      .join(', ');
}

/** Generates the class that recovers gaps of one channel. */
export function recoveryClass(source, channel) {
  const { request, element, items, key, most, command } = channel.recovery;
  const data = source.use(channel.record.java);
  const type = source.use(element.java);
  const use = (name) => source.use(name);
  for (const name of ['java.util.ArrayList', 'java.util.Collection', 'java.util.HashMap', 'java.util.List', 'java.util.Map',
    'hk.qos.client.Results', 'hk.qos.stream.spi.MalformedFrameException', 'hk.qos.stream.spi.Recovery', 'hk.qos.stream.spi.Request']) {
    use(name);
  }
  const parameters = channel.parameters.map((each) => `${use(each.type.java)} ${each.name}`).join(', ');
  const add = items
    ? `List<${data}> some = each.${items.name}();
if (some != null) {
    items.computeIfAbsent(each.${key.name}(), none -> new ArrayList<>()).addAll(some);
}`
    : `items.computeIfAbsent(each.${key.name}(), none -> new ArrayList<>()).add(each);`;
  return source.text(`
${javadoc([`Requests the newest ${most} items of each instrument, to recover gaps of ${channel.method}. Section ${request.section}.`])}
record ${channel.what}Recovery(${parameters}) implements Recovery<${data}> {
    private static final int MAX_ITEMS = ${most};

    @Override
    public int most() {
        return MAX_ITEMS;
    }

    @Override
    public Request<Map<String, List<${data}>>> request(Collection<String> keys) {
        return new ${request.className}(${command(source)}).as(${channel.what}Recovery::byKey);
    }

    private static Map<String, List<${data}>> byKey(Results<${type}> answer) throws MalformedFrameException {
        if (!answer.undecodable().isEmpty()) {
            // The omitted elements may be those of the gap.
            throw new MalformedFrameException(answer.undecodable().get(0).reason());
        }
        Map<String, List<${data}>> items = new HashMap<>();
        for (${type} each : answer) {
${indent(add, 3)}
        }
        return items;
    }
}
`);
}
