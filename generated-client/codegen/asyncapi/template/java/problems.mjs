/** The document contains something that cannot be generated; the message names the place. */
export class DocumentError extends Error {
  constructor(place, problem) {
    super(`asyncapi.yaml, ${place}: ${problem}`);
    this.name = 'DocumentError';
  }
}

/** Returns the value, and fails if it is missing. */
export function required(place, what, value) {
  if (value === undefined || value === null) {
    throw new DocumentError(place, `has no ${what}`);
  }
  return value;
}
