import { judgedRequest } from './answers.mjs';
import { familyOf } from './channels.mjs';
import { keysOf } from './keys.mjs';
import { noun } from './names.mjs';
import { indent, javadoc, prose } from './source.mjs';
import { itemOf, parameterType, resultOf } from './commands.mjs';

const CHECKS = 'hk.qos.stream.internal.check.Checks';
const FUTURE_NOTE = 'completes exceptionally with a {@link hk.qos.error.ClientException} if the request fails; its class tells the kind of failure';
const GONE = '@return a future that completes when the server has acknowledged the cancellation, at once if no frame is needed, and when the connection is lost; it completes exceptionally with a {@link hk.qos.error.ClosedException} if the stream is closed before, or with the reason if the stream fails';
const INPUT = '@throws IllegalArgumentException if an argument is null or invalid; nothing is sent';
const PLAN = '@throws hk.qos.error.RequestLimitException if the number of instruments exceeds the plan\'s limit; nothing is sent';
const PLAN_IF_WHOLE = '@throws hk.qos.error.RequestLimitException if the number of instruments exceeds the plan\'s limit and {@code splitLargeRequests(false)} is set; nothing is sent';
const PLAN_OF_ITEMS = '@throws hk.qos.error.RequestLimitException if the number of items exceeds the plan\'s limit, or that of instruments does and {@code splitLargeRequests(false)} is set; nothing is sent';
const PARTS = 'Several requests are sent, one after the other, if the plan allows fewer instruments in one; if some fail, the future fails with a {@link hk.qos.error.PartialAnswerException}. {@code orTimeout} of the future bounds all of them.';
const USUAL = 'Uses the request defaults of the stream: unless set otherwise, a timeout of 30 s, and sent again after a reconnect.';
const SUBSCRIBED = '@throws hk.qos.error.SubscriptionLimitException if the number of subscribed instruments would exceed the plan\'s limit; nothing is sent';
const ENDED = '@throws hk.qos.error.ClosedException if the stream is closed or has failed';
const CODE = '@throws IllegalArgumentException if {@code code} is null or not a code, or its market is unknown';

/** Generates QosStream. */
export function streamClass(source, model) {
  for (const name of ['hk.qos.stream.spi.StreamClient', 'hk.qos.client.internal.answer.AnswerRules', 'hk.qos.client.internal.http.InputRules', 'hk.qos.client.internal.split.SplitRequests', 'hk.qos.client.internal.split.Splitter']) {
    source.use(name);
  }
  const methods = [
    ...model.channels.flatMap((channel) => subscriptionMethods(source, channel)),
    ...model.requests.flatMap((request) => requestMethods(source, request)),
    ...passing(source, model),
  ];
  return source.text(`
/**
 * Quotes by WebSocket. The stream connects on first use, reconnects after a loss, and restores subscriptions. Thread-safe;
 * all methods may be called from listeners, except {@link #awaitClosed()}. Only {@link #close}, {@link #drain} and
 * {@code awaitClosed} block.
 *
 * <p>Listeners run on a delivery thread of the stream, one at a time, unless set otherwise. Futures complete on other threads
 * of the stream, so that a listener may wait for one, except with {@code directDelivery()}, where listeners run on the event
 * loop and must not block. Run dependent stages that block on an executor of your own.
 *
 * <p>Codes can be passed one by one, {@code List.of("US:AAPL", "US:TSLA")}, or in batches of one market,
 * {@code List.of("US:AAPL,TSLA")}, in any spelling. Pushes and answers have the canonical spelling.
 */
public final class QosStream implements AutoCloseable {
    private final StreamClient client;
    private final InputRules rules;
    private final AnswerRules answers;
    private final SplitRequests requests;
    private final StreamPlace place;

    /**
     * @param client closed by {@link #close}
     * @param rules checks instrument codes
     * @param answers handles elements of answers that cannot be decoded
     * @param splitter splits what is too large for one request
     * @param place the place among the streams that the plan allows
     */
    QosStream(StreamClient client, InputRules rules, AnswerRules answers, Splitter splitter, StreamPlace place) {
        this.client = client;
        this.rules = rules;
        this.answers = answers;
        this.requests = new SplitRequests(client, answers, splitter);
        this.place = place;
    }

${indent(methods.join('\n\n'))}
}
`);
}

function subscriptionMethods(source, channel) {
  const data = source.use(channel.record.java);
  const listener = `${source.use('hk.qos.stream.StreamListener')}<? super ${data}>`;
  const handle = `${source.use('hk.qos.stream.Subscription')}<${data}>`;
  const keys = keysOf(source, channel);
  const collection = `${source.use('java.util.Collection')}<${keys.type}> ${keys.many}`;
  const lead = channel.parameters.map((each) => `${source.use(each.type.java)} ${each.name}, `).join('');
  const leadTags = channel.parameters.map((each) => `@param ${each.name} ${prose(each.description)}`);
  const tags = [...leadTags, `@param ${keys.many} ${prose(channel.keys.description)}`];
  const oneTag = keys.isCode ? '@param code the code of the instrument, in any spelling' : `@param ${keys.one} ${prose(channel.key.description)}`;
  const one = channel.parameters.length > 0
    ? `${source.use('stream.QosChannels')}.${channel.method}(${channel.parameters.map(({ name }) => name).join(', ')})`
    : `${source.use('stream.QosChannels')}.${channel.constant}`;
  const section = `Section ${channel.section}.`;
  const limit = [INPUT, ...(keys.isCode ? [SUBSCRIBED] : []), ENDED];
  const about = prose(`${channel.subscribe.description}`);
  const methods = [
    `${javadoc([`${about} The subscription survives reconnects. ${section}`], [...tags, '@param listener receives data one at a time; a lambda works, and a {@code StreamListener} receives events as well', '@return the subscription; its {@code ready()} completes when the server has acknowledged it, and has no timeout of its own', ...limit])}
public ${handle} ${channel.subscribe.name}(${lead}${collection}, ${listener} listener) {
    return this.client.subscribe(${one}, ${keys.all}, listener);
}`,
    `${javadoc([`Subscribes to one ${keys.thing}, otherwise as the method above. ${section}`], [...leadTags, oneTag, '@param listener receives data one at a time', '@return the subscription', ...limit])}
public ${handle} ${channel.subscribe.name}(${lead}${keys.type} ${keys.one}, ${listener} listener) {
    return this.client.subscribe(${one}, ${source.use('java.util.List')}.of(${keys.single}), listener);
}`,
    `${javadoc([`Subscribes without a listener; use the publishers of the subscription instead. ${section}`], [...tags, ...limit])}
public ${handle} ${channel.subscribe.name}(${lead}${collection}) {
    return this.client.subscribe(${one}, ${keys.all});
}`,
    `${javadoc([`${prose(channel.cancel.description)} Removes the ${keys.things} from all subscriptions. ${section}`], [...tags, GONE, INPUT])}
public ${source.use('java.util.concurrent.CompletableFuture')}<Void> ${channel.cancel.name}(${lead}${collection}) {
    return this.client.unsubscribe(${one}, ${keys.all});
}`,
    `${javadoc([`Returns the latest push of a subscribed ${keys.thing} and its age; empty if none has arrived. ${section}`], [...leadTags, oneTag, keys.isCode ? CODE : '@throws IllegalArgumentException if an argument is null or invalid'])}
public ${source.use('java.util.Optional')}<${source.use('hk.qos.stream.Latest')}<${data}>> ${channel.latest}(${lead}${keys.type} ${keys.one}) {
    return this.client.latest(${one}, ${keys.single});
}`,
    `${javadoc([`Adds a listener for the pushes of all subscriptions by {@code ${channel.subscribe.name}}: it receives each push once, however many subscriptions have its ${keys.thing}. Subscribes nothing and does not connect. Threads, order and what a slow listener loses are as for the listener of a subscription, with a queue of its own. Section ${channel.section}.`], ['@param listener receives data one at a time; {@code onEvent} receives the events of these subscriptions, each once', '@return removes the listener when it is closed', '@throws IllegalArgumentException if {@code listener} is null', ENDED])}
public ${source.use('hk.qos.stream.ListenerRegistration')} on${channel.what}(${listener} listener) {
    return this.client.onPush(${familyOf(channel, source.use('stream.QosChannels'))}, listener);
}`,
  ];
  return [
    ...methods,
    ...former(channel.subscribe.formerNames, methods.slice(0, 3)),
    ...former(channel.cancel.formerNames, methods.slice(3, 4)),
    ...former(channel.formerLatest, methods.slice(4, 5)),
    ...former(channel.subscribe.formerNames.map(noun).filter((what) => what !== channel.what).map((what) => `on${what}`), methods.slice(5)),
  ];
}

/** The deprecated methods: for each method, one under each former name. */
function former(names, methods) {
  return names.flatMap((name) => methods.map((method) => forwarding(name, method)));
}

function forwarding(name, method) {
  const [, result, target, parameters] = /^public (.+) (\w+)\((.*)\) \{$/m.exec(method);
  // No type of a parameter has a comma.
  const passed = parameters.split(', ').map((parameter) => parameter.split(' ').at(-1)).join(', ');
  return `/**
 * Calls {@code ${target}}.
 *
 * @deprecated Use {@code ${target}}.
 */
@Deprecated
public ${result} ${name}(${parameters}) {
    return ${target}(${passed});
}`;
}

function requestMethods(source, request) {
  const result = `${source.use('java.util.concurrent.CompletableFuture')}<${resultOf(source, request)}>`;
  const required = request.body.filter((field) => field.required);
  const optional = request.body.filter((field) => !field.required);
  const lists = required.filter(({ type }) => ['codes', 'list'].includes(type.kind));
  const list = lists.length === 1 ? lists[0] : undefined;
  const ordered = [...required.filter((field) => field !== list), ...(list ? [list] : [])];
  // Java has no arrays of generic types, so such a list has no method with a variable number of arguments.
  const oneByOne = list && !itemOf(source, list.type).includes('<');
  const methods = oneByOne ? [varargs(source, request, result, ordered, list)] : [];
  methods.push(...withPresets(source, request, result, ordered, list, oneByOne));
  methods.push(withOptions(source, request, result, ordered, false));
  methods.push(withOptions(source, request, result, ordered, true));
  if (optional.length > 0) {
    methods.push(withOptions(source, request, result, [...ordered, ...optional], true));
  }
  methods.push(...former(request.formerNames, methods));
  return methods;
}

/** Methods without the arguments before the list, if all of them have a default that the client sends. */
function withPresets(source, request, result, fields, list, oneByOne) {
  const lead = fields.filter((field) => field !== list);
  if (!list || lead.length === 0 || !lead.every(({ schema }) => ['number', 'boolean'].includes(typeof schema.default))) {
    return [];
  }
  const types = [...lead.map((field) => parameterType(source, field)), 'Collection'].join(', ');
  const doc = javadoc([`Calls {@link #${request.name}(${types})} with ${lead.map(({ name, schema }) => `{@code ${name}} {@code ${schema.default}}`).join(' and ')}.`]);
  const presets = lead.map(({ schema }) => schema.default).join(', ');
  const item = itemOf(source, list.type);
  const each = `${doc}
public ${result} ${request.name}(${item}... ${list.name}) {
    return ${request.name}(${presets}, ${source.use(CHECKS)}.listed("${list.name}", ${list.name}));
}`;
  const all = `${doc}
public ${result} ${request.name}(${source.use('java.util.Collection')}<${item}> ${list.name}) {
    return ${request.name}(${presets}, ${list.name});
}`;
  return oneByOne ? [each, all] : [all];
}

function varargs(source, request, result, fields, list) {
  const lead = fields.filter((field) => field !== list);
  const declared = lead.map((field) => `${parameterType(source, field)} ${field.name}, `).join('');
  const types = [...lead.map((field) => parameterType(source, field)), 'Collection'].join(', ');
  const passed = [...lead.map(({ name }) => name), `${source.use(CHECKS)}.listed("${list.name}", ${list.name})`].join(', ');
  return `${javadoc([`Calls {@link #${request.name}(${types})}.`])}
public ${result} ${request.name}(${declared}${itemOf(source, list.type)}... ${list.name}) {
    return ${request.name}(${passed});
}`;
}

function withOptions(source, request, result, fields, options) {
  const declared = fields.map((field) => `${parameterType(source, field)} ${field.name}`);
  const passed = fields.map(({ name }) => name);
  const tags = fields.map((field) => `@param ${field.name} ${prose(field.description)}${field.required ? '' : ' Null if not given.'}`);
  const asked = splitList(request);
  const plan = asked ? (limitedOf(asked) ? PLAN_OF_ITEMS : PLAN_IF_WHOLE) : PLAN;
  const about = [prose(request.description), ...(asked ? [PARTS] : [])].join(' ');
  if (!options) {
    return `${javadoc([`${about} ${USUAL} Section ${request.section}.`], [...tags, `@return a future that ${FUTURE_NOTE}`, INPUT, plan])}
public ${result} ${request.name}(${declared.join(', ')}) {
    return ${request.name}(${[...passed, 'this.client.requestDefaults()'].join(', ')});
}`;
  }
  const checks = fields.flatMap((field) => judging(source, field, field === asked));
  return `${javadoc([`${about} Section ${request.section}.`], [...tags, `@param options the timeout${asked ? ' of each request' : ''}, and whether to send the request again after a reconnect`, `@return a future that ${FUTURE_NOTE}`, INPUT, plan])}
public ${result} ${request.name}(${[...declared, `${source.use('hk.qos.stream.RequestOptions')} options`].join(', ')}) {
${indent(checks.join('\n'))}${checks.length > 0 ? '\n' : ''}    return ${asked ? inParts(source, request, fields, asked) : inOne(source, request, fields)};
}`;
}

/** The call of a request that is always one frame. */
function inOne(source, request, fields) {
  const rest = request.body.map((field) => (fields.includes(field) ? judged(field) : 'null'));
  return `this.client.request(${finished(source, request, `new ${source.use(`stream.${request.className}`)}(${rest.join(', ')})`)}, options)`;
}

/** The call of a request that becomes as many frames as it needs. */
function inParts(source, request, fields, list) {
  const rest = request.body.map((field) => (field === list ? 'given' : fields.includes(field) ? field.name : 'null'));
  const made = `given -> new ${source.use(`stream.${request.className}`)}(${rest.join(', ')})`;
  const finish = finishOf(source, request);
  if (list.type.kind === 'codes') {
    return `this.requests.codes(
        this.rules.codesOfCall("${list.name}", ${list.name}),
        ${made},
        ${finish},
        options)`;
  }
  const item = source.use(list.type.item.java);
  const codes = codesOf(list.type.item);
  const about = list.type.item.fields().map(({ name }) => (name === codes ? 'given' : `query.${name}()`)).join(', ');
  return `this.requests.queries(
        asked,
        ${item}::${codes},
        (query, given) -> new ${item}(${about}),
        ${made},
        ${finish},
        options)`;
}

/** The list of instruments or queries by which a request is split; undefined if it is always one frame. */
function splitList({ result, body }) {
  const lists = body.filter(({ type, required }) => required && ['codes', 'list'].includes(type.kind));
  const elements = result.kind === 'results' && result.item.kind === 'record' && result.item.fields().some(({ type }) => type.interned);
  if (!elements || lists.length !== 1) {
    return undefined;
  }
  const [list] = lists;
  const named = list.type.kind === 'codes' || (list.type.item.kind === 'record' && codesOf(list.type.item));
  return named ? list : undefined;
}

/** The component of queries that a limit of the plan bounds, or undefined. */
function limitedOf({ type }) {
  return type.kind === 'list' && type.item.kind === 'record' ? type.item.fields().find(({ required, schema }) => required && schema['x-limit'])?.name : undefined;
}

/** The request, whose result reports missing instruments. */
function finished(source, request, made) {
  return elementsOf(request) ? judgedRequest(source, request, made, finishOf(source, request)) : made;
}

/** The results in an answer: the answer itself, or its data; undefined if it has none. */
function elementsOf({ result }) {
  const data = result.kind === 'answer' ? result.data : result;
  return data.kind === 'results' ? data : undefined;
}

/** The expression that completes results. */
function finishOf(source, request) {
  const { item } = elementsOf(request);
  const code = item.kind === 'record' && item.fields().find(({ type }) => type.interned);
  const lists = request.body.filter(({ type, required }) => required && ['codes', 'list'].includes(type.kind));
  const asked = lists.length === 1 && code && codesAsked(source, lists[0]);
  return asked
    ? `${source.use('hk.qos.client.internal.answer.Missing')}.of(${asked}, ${source.use(item.java)}::${code.name})`
    : `${source.use('java.util.function.UnaryOperator')}.identity()`;
}

/** The expression of the codes that a list requests, with their spellings unless they are those of queries; or undefined. */
function codesAsked(source, { name, type }) {
  if (type.kind === 'codes') {
    return `${source.use('hk.qos.client.internal.check.CodeSpelling')}.spellings(${name})`;
  }
  const codes = type.item.kind === 'record' ? codesOf(type.item) : undefined;
  return codes && `${name}.stream().flatMap(query -> query.${codes}().stream()).toList()`;
}

/** Codes are checked where they are passed on, those of queries before. */
function judged({ name, type, required }) {
  return type.kind === 'codes' && required ? `this.rules.codes("${name}", ${name})` : name;
}

function judging(source, field, splits) {
  const { name, type, required, schema } = field;
  const codes = type.kind === 'list' && required && type.item.kind === 'record' ? codesOf(type.item) : undefined;
  if (!codes) {
    return [];
  }
  const given = `${source.use(CHECKS)}.items("${name}", ${name}, ${schema.minItems ?? 1}, ${schema.maxItems ?? 'Integer.MAX_VALUE'})`;
  if (!splits) {
    return [`this.rules.codes("${name}", ${given}.stream()
        .flatMap(query -> query.${codes}().stream())
        .toList());`];
  }
  const item = source.use(type.item.java);
  const limited = limitedOf(field);
  return [
    `${source.use('java.util.List')}<${item}> asked = ${given};
this.rules.codesOfCall("${name}", asked.stream()
        .flatMap(query -> query.${codes}().stream())
        .toList());`,
    ...(limited ? [`this.rules.items("${name}", "${limited}", asked, ${item}::${limited});`] : []),
  ];
}

/** The component of a record with the codes that it requests, or undefined. */
function codesOf({ fields }) {
  return fields().find(({ type }) => ['batch', 'codes'].includes(type.kind))?.name;
}

function passing(source, { heartbeat }) {
  const future = source.use('java.util.concurrent.CompletableFuture');
  const use = (name) => source.use(name);
  return [
    `${javadoc([`${prose(heartbeat.description)} The stream sends heartbeats automatically; this is an additional one. Section ${heartbeat.section}.`], [`@return a future that ${FUTURE_NOTE}`])}
public ${future}<${use('java.time.Instant')}> ${heartbeat.name}() {
    return this.client.heartbeat();
}`,
    `/**
 * Adds a listener for all events of the stream and its subscriptions, in order, on the thread of listeners. Exceptions of the
 * listener are logged.
 *
 * ${ENDED}
 */
public ${use('hk.qos.stream.ListenerRegistration')} onEvent(${use('java.util.function.Consumer')}<? super ${use('hk.qos.stream.StreamEvent')}> listener) {
    return this.client.onEvent(listener);
}`,
    `/** Returns the state of the stream. */
public ${use('hk.qos.stream.StreamState')} state() {
    return this.client.state();
}`,
    `/**
 * Connects now, without waiting for the first use or for the reconnect delay, also after {@link #disconnect}. The future has no timeout of its own;
 * {@code connect().orTimeout(10, SECONDS)} fails that future alone, and the stream goes on connecting.
 *
 * @return a future that completes when the stream is ready; it completes exceptionally with a
 *     {@link hk.qos.error.ClosedException} if the stream is closed, with a {@link hk.qos.error.ConnectFailedException} if
 *     {@link #disconnect} is called before, or with the reason if the stream fails; after {@link #disconnect} with a
 *     {@link hk.qos.error.LimitException} if other clients of this process have opened as many streams as the plan allows
 */
public ${future}<Void> connect() {
    try {
        this.place.enter();
    } catch (${use('hk.qos.error.LimitException')} exceeded) {
        return CompletableFuture.failedFuture(exceeded);
    }
    return this.client.connect();
}`,
    `/**
 * Closes the connection and makes no other until {@link #connect}. The stream is then {@code PAUSED}: it keeps its subscriptions
 * and listeners, and subscriptions may be added and closed. {@code connect()} restores them, and a {@code Gap} event reports what
 * each may have missed. Requests fail with a {@link hk.qos.error.ConnectionLostException}, those in progress too. Events are
 * {@code Disconnected}, if there was a connection, and {@code Paused}. A paused stream does not count towards
 * {@link PlanLimits#streamConnections}. Idempotent.
 *
 * @return a future that completes when the connection is closed, by default within 2 s; it never completes exceptionally
 */
public ${future}<Void> disconnect() {
    this.place.leave();
    return this.client.disconnect();
}`,
    `/**
 * Closes the current connection, if there is one, and connects again at once, without a reconnect delay. Has no effect before the
 * first use and after {@link #disconnect}.
 */
public void reconnect() {
    this.client.reconnect();
}`,
    `/** Returns a text for humans: the state of the stream, why it is not ready, and what happens next. */
public String explain() {
    return this.client.explain();
}`,
    `/**
 * Blocks until the stream is closed, for a program that lives as long as its stream. Lost connections and {@link #disconnect} do
 * not end the wait.
 *
 * @throws hk.qos.error.ClientException the reason if the stream fails or has failed; a
 *     {@link hk.qos.error.CallInterruptedException} if the thread is interrupted
 * @throws IllegalStateException if it is called from a listener, which would wait for itself
 */
public void awaitClosed() {
    this.client.awaitClosed();
}`,
    `/**
 * Blocks until the stream is closed, or the time is over; otherwise as {@link #awaitClosed()}.
 *
 * @param timeout the maximum time to wait; if it is zero or negative, the method returns at once
 * @return whether the stream is closed
 */
public boolean awaitClosed(${use('java.time.Duration')} timeout) {
    return this.client.awaitClosed(timeout);
}`,
    `/**
 * Waits until listeners and publishers have received everything that is queued now, then closes the stream, as {@link #close}
 * does. Called from a listener, it closes at once, since the listener itself blocks further delivery.
 *
 * @param timeout the maximum time to wait for delivery; closing takes additional time
 * @return whether everything was delivered within {@code timeout}; in a listener, whether nothing was queued
 */
public boolean drain(${use('java.time.Duration')} timeout) {
    return this.client.drain(timeout);
}`,
    `/**
 * Rejects new work, fails pending operations with a {@link hk.qos.error.ClosedException}, sends a Close frame, and closes the
 * socket. Queued data is discarded; the last event of each listener is {@link StreamEvent.Closed}. Idempotent. Takes at most
 * 5 s, unless set otherwise.
 */
@Override
public void close() {
    this.client.close();
}`,
  ];
}
