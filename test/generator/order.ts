/** A permutation for each number; 0 leaves the order alone. */
export function shuffled<T>(list: readonly T[], seed: number): readonly T[] {
  const rest = [...list];
  const result: T[] = [];
  for (let n = seed; rest.length > 0; n = Math.floor(n / Math.max(1, rest.length))) {
    const [taken] = rest.splice(n % rest.length, 1);
    result.push(taken!);
  }
  return result;
}
