import { engineOn, type Engine, type Line } from "./engine";
import type { FromEngine, ToEngine } from "./protocol";

/** The engine in this very thread: where a worker is refused. Loaded only then. */
export async function startInProcess(): Promise<Engine> {
  await import("../jitless");
  const { converse } = await import("./converse");
  let hear: (message: FromEngine) => void = () => undefined;
  let isOpen = true;
  const receive = converse((message) => { if (isOpen) hear(message); });
  const line: Line = {
    // In a task of its own each time, so that the page can draw and 中止 can be pressed in between.
    send: (message: ToEngine) => { setTimeout(() => { if (isOpen) void receive(message); }); },
    listen: (onMessage) => { hear = onMessage; },
    close: () => { isOpen = false; },
  };
  return engineOn(line);
}
