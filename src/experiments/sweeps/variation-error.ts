/** Says why a text does not tell how a setting is varied; the message is for the user. */
export class VariationError extends Error {
  override readonly name = 'VariationError';
}
