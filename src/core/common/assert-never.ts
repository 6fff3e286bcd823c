/** Makes an unhandled case of a union a compile error, and a loud failure if one arrives all the same. */
export function assertNever(value: never): never {
  throw new Error(`unexpected case: ${JSON.stringify(value)}`);
}
