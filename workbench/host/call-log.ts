import type { RequestBody, WireError } from "./interpreter/protocol";

export interface Call {
  /** From zero; undefined for a mere release of references. */
  readonly number: number | undefined;
  /** Names of the actions, for a person. */
  readonly actions: readonly string[];
  readonly requestBytes: number;
  readonly responseBytes: number;
  readonly error: WireError | undefined;
}

/** What the add-in asked, so that tests can hold it to a budget. */
export class CallLog {
  private calls: Call[] = [];

  add(call: Omit<Call, "actions"> & { readonly request: RequestBody }): void {
    const { request, ...rest } = call;
    const actions = request.Actions.map((action) => action.Name || (request.ObjectPaths[String(action.ObjectPathId)]?.Name ?? ""));
    this.calls.push({ ...rest, actions });
  }

  /** Requests that asked or changed something; the release of references is housekeeping. */
  get requests(): readonly Call[] {
    return this.calls.filter((call) => call.number !== undefined);
  }

  get releases(): readonly Call[] {
    return this.calls.filter((call) => call.number === undefined);
  }

  get largestResponse(): number {
    return Math.max(0, ...this.calls.map((call) => call.responseBytes));
  }

  clear(): void {
    this.calls = [];
  }
}
