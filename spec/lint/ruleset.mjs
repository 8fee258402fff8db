import { aas3, oas3 } from '@stoplight/spectral-formats';
import { asyncapi, oas } from '@stoplight/spectral-rulesets';
import { answerFields } from './rules/answers.mjs';
import { commandBody } from './rules/commands.mjs';
import { defaultWorks } from './rules/defaults.mjs';
import { derivedComplete } from './rules/derived.mjs';
import { enumNames } from './rules/enums.mjs';
import { exampleAnswered, examplePresent, exampleValid } from './rules/examples.mjs';
import { extensionValid } from './rules/extension-values.mjs';
import { knownExtension } from './rules/extensions.mjs';
import { fieldDescription, fieldJavaName, fieldJavaNameOnce, requiredFieldExists } from './rules/fields.mjs';
import { exampleFile, exampleIndex, toleratedExample } from './rules/files.mjs';
import { boundsFit, knownFormat } from './rules/formats.mjs';
import { messageTold, oneChannel, pushRecord } from './rules/frames.mjs';
import { hoursComplete } from './rules/hours.mjs';
import { sharedKeyword } from './rules/keywords.mjs';
import { schemaValid } from './rules/meta.mjs';
import { argumentName, className, operationName, wireName } from './rules/names.mjs';
import {
  envelopeComplete,
  factoryComplete,
  operationPermission,
  operationReadOnly,
  operationSection,
} from './rules/operations.mjs';
import { pagingComplete } from './rules/paging.mjs';
import { codeMarkets, leastOptional, readingComplete } from './rules/reading.mjs';
import { recoveryComplete } from './rules/recoveries.mjs';
import { operationShape } from './rules/requests.mjs';
import { schemaShape } from './rules/shapes.mjs';
import { schemaDistinct, sharedSchemaListed } from './rules/shared.mjs';
import { correlationLocation, messageUsed } from './rules/stream.mjs';
import { heartbeatComplete, pushComplete, subscriptionComplete } from './rules/subscriptions.mjs';

/** If a rule fails on an invalid document, another rule reports the cause; the failure is a finding, too. */
const guarded = (check) => (document, options, context) => {
  try {
    return check(document, options, context);
  } catch (error) {
    return [{ message: `cannot be checked before the other findings are fixed: ${error.message}`, path: [] }];
  }
};

/** A rule of this project gets a whole resolved document and returns messages with paths. */
const rule = (check, formats) => ({ given: '$', severity: 'error', formats, then: { function: guarded(check) } });
const ofBoth = (check) => rule(check, [oas3, aas3]);
const ofHttp = (check) => rule(check, [oas3]);
const ofStream = (check) => rule(check, [aas3]);

export default {
  extends: [oas, asyncapi],
  rules: {
    // 3.0.0 on purpose: the generator's template is made for it.
    'asyncapi-latest-version': 'off',
    // The vendor publishes no address.
    'asyncapi-info-contact-properties': 'off',
    // Schemas are listed for their names, not for their use: see shared-schema-listed.
    'oas3-unused-component': 'off',
    'asyncapi-unused-components-schema': 'off',
    // Reported by example-valid, together with formats and unknown fields.
    'oas3-valid-media-example': 'off',

    'field-java-name': ofBoth(fieldJavaName),
    'field-java-name-once': ofBoth(fieldJavaNameOnce),
    'argument-name': ofBoth(argumentName),
    'class-name': ofHttp(className),
    'operation-name': ofBoth(operationName),
    'wire-name': ofBoth(wireName),
    'field-description': ofBoth(fieldDescription),
    'required-field-exists': ofBoth(requiredFieldExists),
    'enum-names': ofBoth(enumNames),
    'known-format': ofBoth(knownFormat),
    'bounds-fit': ofBoth(boundsFit),
    'known-extension': ofBoth(knownExtension),
    'extension-valid': ofBoth(extensionValid),
    'schema-valid': ofBoth(schemaValid),
    'schema-shape': ofBoth(schemaShape),
    'default-works': ofBoth(defaultWorks),
    'shared-keyword': ofBoth(sharedKeyword),
    'shared-schema-listed': ofBoth(sharedSchemaListed),

    'example-present': ofBoth(examplePresent),
    'example-valid': ofBoth(exampleValid),
    'example-answered': ofBoth(exampleAnswered),
    'example-file': ofBoth(exampleFile),
    'example-index': ofBoth(exampleIndex),
    'tolerated-example': ofBoth(toleratedExample),

    'operation-shape': ofHttp(operationShape),
    'operation-section': ofBoth(operationSection),
    'operation-read-only': ofBoth(operationReadOnly),
    'operation-permission': ofHttp(operationPermission),
    'paging-complete': ofHttp(pagingComplete),
    'envelope-complete': ofBoth(envelopeComplete),
    'answer-fields': ofBoth(answerFields),
    'factory-complete': ofBoth(factoryComplete),
    'reading-complete': ofHttp(readingComplete),
    'code-markets': ofBoth(codeMarkets),
    'derived-complete': ofBoth(derivedComplete),
    'hours-complete': ofBoth(hoursComplete),
    'least-optional': ofBoth(leastOptional),

    'schema-distinct': ofStream(schemaDistinct),
    'correlation-location': ofStream(correlationLocation),
    'one-channel': ofStream(oneChannel),
    'message-told': ofStream(messageTold),
    'command-body': ofStream(commandBody),
    'message-used': ofStream(messageUsed),
    'subscription-complete': ofStream(subscriptionComplete),
    'recovery-complete': ofStream(recoveryComplete),
    'push-record': ofStream(pushRecord),
    'push-complete': ofStream(pushComplete),
    'heartbeat-complete': ofStream(heartbeatComplete),
  },
};
