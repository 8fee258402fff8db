import { indent, javadoc, prose } from './source.mjs';
import { itemOf, parameterType, resultOf } from './commands.mjs';

const CHECKS = 'hk.qos.client.internal.check.Checks';
const FUTURE_NOTE = 'fails with a {@link hk.qos.error.ClientException}: refused in the server\'s words, too late, too many waiting, connection lost, closed';
const GONE = '@return completes when the server has agreed, at once if it need not be told, and also if the connection is lost; fails with a {@link hk.qos.error.ClosedException} if the stream closes before, with the reason if it fails';
const INPUT = '@throws IllegalArgumentException if the input breaks the document\'s rules; nothing is sent';
const PLAN = '@throws hk.qos.error.LimitException if that names more instruments than the plan allows; nothing is sent';
const USUAL = 'Goes by the request defaults that were set: unless others were, 30 s, sent again after a reconnect.';
const ENDED = '@throws hk.qos.error.ClosedException if the stream is closed or has failed';
const CODE = '@throws IllegalArgumentException if it cannot be a code, or its market is not known';

/** The typed face of the stream. */
export function streamClass(source, model) {
  for (const name of ['hk.qos.stream.spi.StreamClient', 'hk.qos.client.internal.answer.AnswerRules', 'hk.qos.client.internal.http.InputRules']) {
    source.use(name);
  }
  const methods = [
    ...model.channels.flatMap((channel) => subscriptionMethods(source, channel)),
    ...model.requests.flatMap((request) => requestMethods(source, request)),
    ...passing(source, model),
  ];
  return source.text(`
/**
 * The stream: connects at first use, stays connected, restores what is subscribed. All methods may be called from any
 * thread, from listeners too; none waits for the network, {@link #close} and {@link #drain} excepted.
 *
 * <p>Listeners run on the delivery thread, unless set otherwise. Futures complete on the common pool, or on a thread of
 * their own if that has fewer than two; never on the delivery thread, so that a listener may wait for one there, nor on
 * the event loop, where with {@code directDelivery()} it may not. Give a stage that blocks an executor of your own.
 *
 * <p>Instruments are named one by one, {@code List.of("US:AAPL", "US:TSLA")}, or several of one market in one text; every
 * spelling of an instrument names the same one. Pushes and answers carry the canonical spelling.
 */
public final class QosStream implements AutoCloseable {
    private final StreamClient client;
    private final InputRules rules;
    private final AnswerRules answers;

    /**
     * @param client speaks the document's dialect; closed by {@link #close}
     * @param rules judge instrument codes
     * @param answers say what becomes of elements of answers that cannot be read
     */
    QosStream(StreamClient client, InputRules rules, AnswerRules answers) {
        this.client = client;
        this.rules = rules;
        this.answers = answers;
    }

${indent(methods.join('\n\n'))}
}
`);
}

function subscriptionMethods(source, channel) {
  const data = source.use(channel.record.java);
  const listener = `${source.use('hk.qos.stream.Listener')}<? super ${data}>`;
  const handle = `${source.use('hk.qos.stream.Subscription')}<${data}>`;
  const keys = channel.keys.name;
  const collection = `${source.use('java.util.Collection')}<String> ${keys}`;
  const lead = channel.parameters.map((each) => `${source.use(each.type.java)} ${each.name}, `).join('');
  const tags = [...channel.parameters, channel.keys].map((each) => `@param ${each.name} ${prose(each.description)}`);
  const one = channel.parameters.length > 0
    ? `${source.use('stream.QosChannels')}.${channel.method}(${channel.parameters.map(({ name }) => name).join(', ')})`
    : `${source.use('stream.QosChannels')}.${channel.constant}`;
  const section = `Section ${channel.section}.`;
  const limit = [INPUT, '@throws hk.qos.error.SubscriptionLimitException if that were more instruments than the plan allows; nothing is sent', ENDED];
  const about = prose(`${channel.subscribe.description}`);
  return [
    `${javadoc([`${about} After a reconnect the stream subscribes anew by itself, until they are given up. ${section}`], [...tags, '@param listener takes them one by one, where listeners run; a lambda fits', '@return the handle; its {@code ready()} tells when the server has agreed', ...limit])}
public ${handle} ${channel.subscribe.name}(${lead}${collection}, ${listener} listener) {
    return this.client.subscribe(${one}, this.rules.anyNumberOfCodes("${keys}", ${keys}), listener);
}`,
    `${javadoc([`As with a listener, for who takes the handle's publishers instead. ${section}`], [...tags, ...limit])}
public ${handle} ${channel.subscribe.name}(${lead}${collection}) {
    return this.client.subscribe(${one}, this.rules.anyNumberOfCodes("${keys}", ${keys}));
}`,
    `${javadoc([`${prose(channel.cancel.description)} Takes the instruments from every handle. ${section}`], [...tags, GONE, INPUT])}
public ${source.use('java.util.concurrent.CompletableFuture')}<Void> ${channel.cancel.name}(${lead}${collection}) {
    return this.client.unsubscribe(${one}, this.rules.anyNumberOfCodes("${keys}", ${keys}));
}`,
    `${javadoc([`The newest push of a subscribed instrument, with its age; empty if there was none. ${section}`], [...channel.parameters.map((each) => `@param ${each.name} ${prose(each.description)}`), '@param code of the instrument, in any spelling', CODE])}
public ${source.use('java.util.Optional')}<${source.use('hk.qos.stream.Latest')}<${data}>> latest${channel.what}(${lead}String code) {
    return this.client.latest(${one}, this.rules.code("code", code));
}`,
  ];
}

function requestMethods(source, request) {
  const result = `${source.use('java.util.concurrent.CompletableFuture')}<${resultOf(source, request)}>`;
  const required = request.body.filter((field) => field.required);
  const optional = request.body.filter((field) => !field.required);
  const lists = required.filter(({ type }) => ['codes', 'list'].includes(type.kind));
  const list = lists.length === 1 ? lists[0] : undefined;
  const ordered = [...required.filter((field) => field !== list), ...(list ? [list] : [])];
  // Java makes no array of a generic type, hence no method that takes any number of them.
  const oneByOne = list && !itemOf(source, list.type).includes('<');
  const methods = oneByOne ? [varargs(source, request, result, ordered, list)] : [];
  methods.push(withOptions(source, request, result, ordered, false));
  methods.push(withOptions(source, request, result, ordered, true));
  if (optional.length > 0) {
    methods.push(withOptions(source, request, result, [...ordered, ...optional], true));
  }
  return methods;
}

function varargs(source, request, result, fields, list) {
  const lead = fields.filter((field) => field !== list);
  const declared = lead.map((field) => `${parameterType(source, field)} ${field.name}, `).join('');
  const types = [...lead.map((field) => parameterType(source, field)), 'Collection'].join(', ');
  const passed = [...lead.map(({ name }) => name), `${source.use(CHECKS)}.listed("${list.name}", ${list.name})`].join(', ');
  return `${javadoc([`{@link #${request.name}(${types})} of items given one by one.`])}
public ${result} ${request.name}(${declared}${itemOf(source, list.type)}... ${list.name}) {
    return ${request.name}(${passed});
}`;
}

function withOptions(source, request, result, fields, options) {
  const declared = fields.map((field) => `${parameterType(source, field)} ${field.name}`);
  const passed = fields.map(({ name }) => name);
  const tags = fields.map((field) => `@param ${field.name} ${prose(field.description)}${field.required ? '' : ' Null if not given.'}`);
  if (!options) {
    return `${javadoc([`${prose(request.description)} ${USUAL} Section ${request.section}.`], [...tags, `@return a future that ${FUTURE_NOTE}`, INPUT, PLAN])}
public ${result} ${request.name}(${declared.join(', ')}) {
    return ${request.name}(${[...passed, 'this.client.requestDefaults()'].join(', ')});
}`;
  }
  const rest = request.body.map((field) => (fields.includes(field) ? judged(field) : 'null'));
  const checks = fields.flatMap((field) => judging(source, field));
  return `${javadoc([`${prose(request.description)} Section ${request.section}.`], [...tags, '@param options deadline, and what becomes of it when the connection drops', `@return a future that ${FUTURE_NOTE}`, INPUT, PLAN])}
public ${result} ${request.name}(${[...declared, `${source.use('hk.qos.stream.RequestOptions')} options`].join(', ')}) {
${indent(checks.join('\n'))}${checks.length > 0 ? '\n' : ''}    return this.client.request(${finished(source, request, `new ${source.use(`stream.${request.className}`)}(${rest.join(', ')})`)}, options);
}`;
}

/** The request, with an answer that says what it lacks. */
function finished(source, request, made) {
  if (request.result.kind !== 'results') {
    return made;
  }
  const code = request.result.item.kind === 'record' && request.result.item.fields().find(({ type }) => type.interned);
  const lists = request.body.filter(({ type, required }) => required && ['codes', 'list'].includes(type.kind));
  const asked = lists.length === 1 && code && codesAsked(lists[0]);
  const finish = asked
    ? `${source.use('hk.qos.client.internal.answer.Missing')}.of(${source.use('model.InstrumentCodes')}.spellings(${asked}), ${source.use(request.result.item.java)}::${code.name})`
    : `${source.use('java.util.function.UnaryOperator')}.identity()`;
  return `this.answers.request(${made}, ${finish})`;
}

/** The expression of the codes that a list asks for, or undefined. */
function codesAsked({ name, type }) {
  if (type.kind === 'codes') {
    return name;
  }
  const codes = type.item.kind === 'record' ? codesOf(type.item) : undefined;
  return codes && `${name}.stream().flatMap(query -> query.${codes}().stream()).toList()`;
}

/** Codes are judged while they are passed on, those of queries before. */
function judged({ name, type, required }) {
  return type.kind === 'codes' && required ? `this.rules.codes("${name}", ${name})` : name;
}

function judging(source, { name, type, required, schema }) {
  const codes = type.kind === 'list' && required && type.item.kind === 'record' ? codesOf(type.item) : undefined;
  if (!codes) {
    return [];
  }
  const given = `${source.use(CHECKS)}.items("${name}", ${name}, ${schema.minItems ?? 1}, ${schema.maxItems ?? 'Integer.MAX_VALUE'})`;
  return [`this.rules.codes("${name}", ${given}.stream()
        .flatMap(query -> query.${codes}().stream())
        .toList());`];
}

/** The component of a record that holds the codes it asks for, or undefined. */
function codesOf({ fields }) {
  return fields().find(({ type }) => ['batch', 'codes'].includes(type.kind))?.name;
}

function passing(source, { heartbeat }) {
  const future = source.use('java.util.concurrent.CompletableFuture');
  const use = (name) => source.use(name);
  return [
    `${javadoc([`${prose(heartbeat.description)} The stream does it by itself; this one is extra, and takes its turn. Section ${heartbeat.section}.`], [`@return a future that ${FUTURE_NOTE}`])}
public ${future}<${use('java.time.Instant')}> ${heartbeat.name}() {
    return this.client.heartbeat();
}`,
    `/**
 * Tells {@code listener} everything that happens to the stream and its subscriptions, in order, where listeners run. What
 * it throws is only logged.
 */
public ${use('hk.qos.stream.EventRegistration')} onEvent(${use('java.util.function.Consumer')}<? super ${use('hk.qos.stream.StreamEvent')}> listener) {
    return this.client.onEvent(listener);
}`,
    `/** Where the connection stands. */
public ${use('hk.qos.stream.StreamState')} state() {
    return this.client.state();
}`,
    `/**
 * Connects now rather than at first use, and rather than after a wait for the next attempt; completes when the stream is
 * ready. Fails with a {@link hk.qos.error.ClosedException} if the stream is closed, and with the reason if it fails.
 */
public ${future}<Void> connect() {
    return this.client.connect();
}`,
    `/**
 * Drops the present connection, if there is one, and makes a new one, as after a loss; ends a wait for the next attempt.
 */
public void reconnect() {
    this.client.reconnect();
}`,
    `/** One paragraph, for people: where the stream stands, why it is not ready, and what comes next. */
public String explain() {
    return this.client.explain();
}`,
    `/**
 * Waits until listeners and publishers have taken what is queued now, then closes in any case: what still waits then is
 * lost as with {@link #close}. A listener that calls it closes at once: the listener itself stands in the way of the rest.
 *
 * @param timeout for the delivery; closing comes on top
 * @return whether everything was delivered within {@code timeout}; in a listener, whether nothing waited
 */
public boolean drain(${use('java.time.Duration')} timeout) {
    return this.client.drain(timeout);
}`,
    `/**
 * Refuses new work, fails what is pending by a {@link hk.qos.error.ClosedException}, says goodbye, cuts. What waits for
 * listeners is discarded; the last that each hears is {@link StreamEvent.Closed}. Idempotent; takes at most 5 s, unless
 * set otherwise.
 */
@Override
public void close() {
    this.client.close();
}`,
  ];
}
