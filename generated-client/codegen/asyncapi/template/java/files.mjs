import fs from 'node:fs';
import { answerRecord } from './answers.mjs';
import { channelNames } from './channel-names.mjs';
import { channelsClass } from './channels.mjs';
import { commandClass } from './commands.mjs';
import { pushDecoders } from './decoders.mjs';
import { dialectClass } from './dialect.mjs';
import { commandParts } from './encoding.mjs';
import { equalityClass } from './equality.mjs';
import { streamModel } from './model.mjs';
import { operationRecord, operationsClass } from './operations.mjs';
import { recoveryClass } from './recoveries.mjs';
import { repliesClass } from './replies.mjs';
import { Schemas } from './schemas.mjs';
import { JavaSource, headed } from './source.mjs';
import { streamClass } from './stream.mjs';
import { TakenNames } from './taken.mjs';

/** Every file, as {name, text}. */
export function javaFiles(document, { formats, names, facePackage, streamPackage, modelPackage, jsonPackage }) {
  const table = (file) => JSON.parse(fs.readFileSync(file, 'utf8'));
  const taken = new TakenNames(table(names));
  const schemas = new Schemas(document.components?.schemas ?? {}, table(formats), taken);
  const model = streamModel(document, schemas, taken);
  const packages = { face: facePackage, stream: streamPackage, model: modelPackage, json: jsonPackage };
  const file = (name, print, own = 'stream') => ({ name: `${name}.java`, text: print(new JavaSource(packages, own, taken)) });
  const fixed = (name, print, own) => file(taken.known(name), print, own);
  const sent = reached(schemas, model.commands.flatMap(({ body }) => body.map(({ type }) => type)), true);
  const pushed = reached(schemas, model.channels.map(({ record }) => record), false);
  return [
    ...model.commands.map((command) => file(command.className, (source) => commandClass(source, command, model.envelope))),
    ...(sent.length > 0 ? [fixed('CommandParts', (source) => commandParts(source, sent, schemas))] : []),
    fixed('Replies', (source) => repliesClass(source, model.envelope)),
    fixed('PushDecoders', (source) => pushDecoders(source, pushed, schemas)),
    fixed('PushEquality', (source) => equalityClass(source, pushed, schemas)),
    fixed('QosChannels', (source) => channelsClass(source, model.channels)),
    ...model.channels
      .filter(({ recovery }) => recovery)
      .map((channel) => file(`${channel.what}Recovery`, (source) => recoveryClass(source, channel))),
    fixed('StreamChannels', (source) => channelNames(source, model.channels), 'face'),
    fixed('QosDialect', (source) => dialectClass(source, model)),
    fixed('QosStream', (source) => streamClass(source, model), 'face'),
    fixed('StreamOperation', (source) => operationRecord(source)),
    fixed('StreamOperations', (source) => operationsClass(source, model)),
    ...model.requests
      .filter(({ result }) => result.kind === 'answer')
      .map((request) => file(request.result.name, (source) => answerRecord(source, request), 'model')),
    { name: 'package-info.java', text: packageInfo(streamPackage) },
  ];
}

/** The records that the types are or contain, each once, containers before their parts. Those of pushes read maps as JSON. */
function reached(schemas, types, throughMaps, found = new Map()) {
  for (const type of types) {
    if (type.kind === 'list') {
      reached(schemas, [type.item], throughMaps, found);
    } else if (type.kind === 'map' && throughMaps) {
      reached(schemas, [type.value], throughMaps, found);
    } else if (type.kind === 'record' && !found.has(type.name)) {
      found.set(type.name, type);
      reached(schemas, schemas.fields(type.name, type.schema).map((field) => field.type), throughMaps, found);
    }
  }
  return [...found.values()];
}

function packageInfo(name) {
  return headed(`
/**
 * The stream: its typed face, its channels and commands, and the dialect that reads its frames.
 * {@link hk.qos.stream} decides when frames are sent, and manages the connection.
 */
@NullMarked
package ${name};

import org.jspecify.annotations.NullMarked;
`);
}
