/** How the loading of office.js went. */
export type OfficeLoad = "loaded" | "failed" | "timeout";

const PATIENCE = 15_000;

/**
 * Loads office.js as the pane does, but from here, so that a failure is seen and told. The library looks for the script
 * element whose address ends in office.js, and finds this one.
 */
export function loadOffice(): Promise<OfficeLoad> {
  return new Promise((settle) => {
    const script = document.createElement("script");
    script.src = "office/office.js";
    script.addEventListener("load", () => { settle("loaded"); });
    script.addEventListener("error", () => { settle("failed"); });
    setTimeout(() => { settle("timeout"); }, PATIENCE);
    document.head.append(script);
  });
}

/** The promise's value, or undefined when it takes too long or fails. */
export function withPatience<T>(promise: Promise<T>, milliseconds = PATIENCE): Promise<T | undefined> {
  return Promise.race([
    promise.catch(() => undefined),
    new Promise<undefined>((settle) => { setTimeout(() => { settle(undefined); }, milliseconds); }),
  ]);
}
