import { engineOn, type Engine, type Line } from "./engine";
import { startInProcess } from "./in-process";
import type { FromEngine } from "./protocol";

/** How long a worker may take to load. After that the check runs here: slower to answer, and with the same result. */
const PATIENCE = 10_000;

/** An engine in a worker of its own; in this thread where a policy or an old web view refuses one. */
export async function startEngine(): Promise<Engine> {
  const worker = await startWorker().catch(() => undefined);
  return worker === undefined ? startInProcess() : engineOn(lineTo(worker));
}

function startWorker(): Promise<Worker> {
  return new Promise((done, refused) => {
    const worker = new Worker(new URL("./worker.ts", import.meta.url));
    const giveUp = (): void => {
      worker.terminate();
      refused(new Error("no worker"));
    };
    const timer = setTimeout(giveUp, PATIENCE);
    worker.onerror = () => {
      clearTimeout(timer);
      giveUp();
    };
    worker.onmessage = ({ data }: MessageEvent<FromEngine>) => {
      if (data.kind !== "ready") return;
      clearTimeout(timer);
      done(worker);
    };
  });
}

function lineTo(worker: Worker): Line {
  return {
    send: (message) => { worker.postMessage(message); },
    listen: (onMessage, onDeath) => {
      worker.onmessage = ({ data }: MessageEvent<FromEngine>) => { onMessage(data); };
      worker.onerror = onDeath;
      worker.onmessageerror = onDeath;
    },
    close: () => { worker.terminate(); },
  };
}
