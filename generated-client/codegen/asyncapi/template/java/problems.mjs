/** The document says something that no Java can be made of; names the place. */
export class DocumentError extends Error {
  constructor(place, problem) {
    super(`asyncapi.yaml, ${place}: ${problem}`);
    this.name = 'DocumentError';
  }
}

/** The value, which must be there. */
export function required(place, what, value) {
  if (value === undefined || value === null) {
    throw new DocumentError(place, `has no ${what}`);
  }
  return value;
}
