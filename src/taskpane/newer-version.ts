const VERSION = /^\d{1,6}(?:\.\d{1,6}){0,3}$/u;

/** Whether a version is above another, part by part: 0.10.0 above 0.9.3. False where either is none. */
export function isNewer(version: string, than: string): boolean {
  if (!VERSION.test(version) || !VERSION.test(than)) return false;
  const [ours, theirs] = [than, version].map((text) => text.split(".").map(Number));
  for (let part = 0; part < 4; part++) {
    const difference = (theirs?.[part] ?? 0) - (ours?.[part] ?? 0);
    if (difference !== 0) return difference > 0;
  }
  return false;
}

/**
 * The version that the pane's own server has meanwhile, where it is above this one: the pane was loaded before an update,
 * or Excel shows what it had kept. Asks for one small file beside the page, past every cache, and nobody but that server;
 * whatever goes wrong is no concern of who uses the pane.
 */
export async function findNewerVersion(own: string): Promise<string | null> {
  try {
    const response = await fetch("version.json", { cache: "no-store", mode: "same-origin", credentials: "same-origin", redirect: "error" });
    if (!response.ok) return null;
    const served: unknown = await response.json();
    const version = typeof served === "object" && served !== null && "version" in served ? served.version : undefined;
    return typeof version === "string" && isNewer(version, own) ? version : null;
  } catch {
    return null;
  }
}
