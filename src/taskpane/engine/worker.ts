import "../jitless";
import { converse } from "./converse";
import type { ToEngine } from "./protocol";

/* Runs in a worker of its own, so that no check, however long, holds up the pane. */

const receive = converse((message) => { postMessage(message); });

addEventListener("message", ({ data }: MessageEvent<ToEngine>) => { void receive(data); });

postMessage({ kind: "ready" });
