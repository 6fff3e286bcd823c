import { References, Registry, type Environment } from "./interpreter/definition";
import { Interpreter } from "./interpreter/interpreter";
import { FLAG_DELAY_FOR_CELL_EDIT, HostError, type RequestBody, type ResponseBody } from "./interpreter/protocol";
import { CallLog } from "./call-log";
import { FormulaEngine } from "./formula/engine";
import { noFaults, type Faults } from "./faults";
import type { HostEvent } from "./model/events";
import type { WorkbookModel } from "./model/workbook";
import { defineObjects } from "./objects/index";
import { isSetSupported, ltsc2021, type Profile } from "./profiles";
import type { LibrarySchema } from "./schema/schema";

export interface HostOptions {
  readonly schema: LibrarySchema;
  readonly workbook: WorkbookModel;
  readonly profile?: Profile;
}

/** An Excel without Excel: takes the library's requests, answers them from a workbook in memory, sends events. */
export class ExcelHost {
  readonly log = new CallLog();
  readonly faults: Faults = noFaults();
  readonly references = new References();
  readonly profile: Profile;
  /** Workbooks that the add-in opened by `createWorkbook`: their bytes, or undefined for an empty one. */
  readonly opened: (string | undefined)[] = [];
  private readonly registry: Registry;
  private readonly listeners = new Set<(events: readonly HostEvent[]) => void>();
  private readonly openers = new Set<(base64: string | undefined) => void>();
  private pending: HostEvent[] = [];
  private whenEdited: (() => void)[] = [];
  private count = 0;

  constructor(private readonly options: HostOptions) {
    this.profile = options.profile ?? ltsc2021;
    this.registry = new Registry(options.schema);
    defineObjects(this.registry);
    options.workbook.engine ??= new FormulaEngine();
    options.workbook.onChange((event) => {
      this.pending.push(event);
    });
  }

  get workbook(): WorkbookModel {
    return this.options.workbook;
  }

  /** Classes that the host has something of. */
  get types(): readonly string[] {
    return this.registry.types;
  }

  /** Number that the next request will have, for a fault that is to strike from now on. */
  get nextRequest(): number {
    return this.count;
  }

  onEvents(listener: (events: readonly HostEvent[]) => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  /** Told of each workbook that the add-in opens by `createWorkbook`; undefined for an empty one. */
  onOpened(listener: (base64: string | undefined) => void): () => void {
    this.openers.add(listener);
    return () => this.openers.delete(listener);
  }

  /** The user ends the editing of a cell; requests that wait go on. */
  finishCellEdit(): void {
    this.faults.editingCell = false;
    const waiting = this.whenEdited;
    this.whenEdited = [];
    for (const go of waiting) go();
  }

  /** Lets something happen that no request of the add-in caused, and tells the add-in. */
  byUser(change: (workbook: WorkbookModel) => void): void {
    change(this.workbook);
    this.workbook.settle();
    this.deliver();
  }

  /** One request of a page in, one response out; both JSON texts, so that host and page never share an object. */
  async process(text: string, flags: number, customData = "", page = ""): Promise<string> {
    const request = JSON.parse(text) as RequestBody;
    const isRelease = request.Actions.every((action) => action.Name === "_RemoveReference" || action.Name === "");
    const number = isRelease && request.Actions.some((action) => action.Name === "_RemoveReference") ? undefined : this.count++;
    if (this.faults.latency > 0) await new Promise((go) => setTimeout(go, this.faults.latency));
    if (number !== undefined) this.faults.beforeRequest?.(number);
    // Events of what happened before this request reach the add-in before its reply.
    this.deliver();
    if (this.faults.editingCell && (flags & FLAG_DELAY_FOR_CELL_EDIT) !== 0) {
      await new Promise<void>((go) => this.whenEdited.push(go));
    }
    const response = this.answer(request, text, number, customData, page);
    const reply = JSON.stringify(response);
    const { bytes, body } = this.limited(reply);
    this.log.add({ number, request, requestBytes: byteLength(text), responseBytes: bytes, error: (JSON.parse(body) as ResponseBody).Error });
    // After the reply, as Excel does.
    setTimeout(() => { this.deliver(); }, 0);
    return body;
  }

  private answer(request: RequestBody, text: string, number: number | undefined, customData: string, page: string): ResponseBody {
    const limit = this.faults.payloadLimit ?? this.profile.payloadLimit;
    if (this.faults.closed) return refusal(new HostError("ConnectionFailure", "The workbook has been closed."));
    if (this.faults.editingCell) {
      return refusal(new HostError("InvalidOperationInCellEditMode", "Excel is in cell-editing mode."));
    }
    if (limit !== undefined && byteLength(text) > limit) {
      return refusal(new HostError("RequestPayloadSizeLimitExceeded", "The request payload size has exceeded the limit."));
    }
    const { denyAt, failAt } = this.faults;
    const lost = failAt !== undefined && failAt.request === number ? new HostError(failAt.code ?? "GeneralException", "There was an internal error while processing the request.") : undefined;
    if (lost !== undefined && failAt?.when === "before") return refusal(lost);
    const refuseAt = denyAt !== undefined && denyAt.request === number ? denyAt.action : undefined;
    this.workbook.beginRequest();
    const environment = this.environmentOf(page);
    const root = customData === "WacPartition" ? { type: "InternalRoot", target: environment } : undefined;
    const namesAddin = isSetSupported(this.profile, "ExcelApi", "1.14") && !this.faults.defects.has("no-trigger-source");
    const response = this.workbook.triggeredBy(namesAddin ? "ThisLocalAddin" : "Unknown", () => new Interpreter(request, environment, refuseAt, root).run());
    this.workbook.settle();
    return lost === undefined ? response : refusal(lost);
  }

  private limited(reply: string): { readonly bytes: number; readonly body: string } {
    const limit = this.faults.payloadLimit ?? this.profile.payloadLimit;
    const bytes = byteLength(reply);
    if (limit === undefined || bytes <= limit) return { bytes, body: reply };
    const error = new HostError("ResponsePayloadSizeLimitExceeded", "The response payload size has exceeded the limit.");
    const body = JSON.stringify(refusal(error));
    return { bytes: byteLength(body), body };
  }

  private environmentOf(page: string): Environment {
    return {
      workbook: this.workbook,
      registry: this.registry,
      profile: this.profile,
      references: this.references,
      faults: this.faults,
      page,
      emit: (event) => { this.pending.push(event); },
      openWorkbook: (base64) => {
        if (this.faults.refuseCreateWorkbook) throw new HostError("AccessDenied", "The workbook can't be created.");
        this.opened.push(base64);
        for (const listener of this.openers) listener(base64);
      },
    };
  }

  private deliver(): void {
    if (this.pending.length === 0) return;
    const events = this.pending
      .filter((event) => event.messageType !== 10 || !this.faults.defects.has("no-change-event"))
      .map(({ late, ...event }): HostEvent => (late === undefined ? event : { ...event, message: { ...event.message, ...late() } }));
    this.pending = [];
    for (const listener of this.listeners) listener(events);
  }
}

function refusal(error: HostError): ResponseBody {
  return {
    Results: [],
    TraceIds: [],
    Error: { Code: error.code, Message: error.message, Location: "", ActionIndex: 0, HttpStatusCode: 400 },
  };
}

function byteLength(text: string): number {
  return new TextEncoder().encode(text).length;
}
