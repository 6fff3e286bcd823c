import type { ControllerParts } from "./actions/controller";

/** The day in Japan, where the plans are made, whatever zone the PC keeps. */
function today(): string {
  return new Date(Date.now() + 9 * 60 * 60 * 1000).toISOString().slice(0, 10);
}

/** A name that no other entry has. Not `crypto.randomUUID`, which an intranet page without https lacks. */
function id(): string {
  return [...crypto.getRandomValues(new Uint8Array(12))].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}

export const clock: ControllerParts["clock"] = { now: () => new Date().toISOString(), today, id };
