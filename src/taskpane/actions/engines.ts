import type { Engine } from "../engine/engine";

/** 点検の計算 at hand: which one holds the workbook of the last check, and which one waits for the next. */
export interface Engines {
  /** Holds the workbook of the last check that came to its end; null before the first. */
  readonly checked: () => Engine | null;
  /** One for a new check. */
  readonly take: () => Promise<Engine>;
  /** A check came to its end: the one before is put down. */
  readonly keep: (engine: Engine) => void;
  /** Any that can read settings. */
  readonly any: () => Promise<Engine>;
}

export function createEngines(startEngine: () => Promise<Engine>): Engines {
  let checked: Engine | null = null;
  /** Started to read settings before any check. */
  let spare: Engine | null = null;
  return {
    checked: () => checked,
    take: async () => {
      const taken = spare;
      spare = null;
      return taken ?? startEngine();
    },
    keep: (engine) => {
      checked?.close();
      checked = engine;
    },
    any: async () => checked ?? (spare ??= await startEngine()),
  };
}
