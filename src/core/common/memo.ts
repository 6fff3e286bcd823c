/** Longer texts are sentences: seldom met twice, and dear to keep. */
const LONGEST_KEY = 120;

/**
 * A function of one text that keeps its answers. A sheet says 人, 集計中 and #,##0 ten thousand times over. When `limit` texts are
 * known everything is forgotten, so that no workbook can fill the memory. Only for pure functions: the answer is shared.
 */
export function memo<Answer>(limit: number, answer: (text: string) => Answer): (text: string) => Answer {
  const known = new Map<string, Answer>();
  return (text) => {
    const found = known.get(text);
    if (found !== undefined) return found;
    const made = answer(text);
    if (text.length > LONGEST_KEY) return made;
    if (known.size >= limit) known.clear();
    known.set(text, made);
    return made;
  };
}
