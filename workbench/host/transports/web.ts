import type { ExcelHost } from "../host";
import type { HostEvent } from "../model/events";

/** A message of the library in an iframe, and our answer: JSON texts through postMessage. */
interface Envelope {
  readonly _messageType: number;
  readonly _actionName: string;
  readonly _conversationId: string;
  readonly _correlationId: number;
  readonly _origin: string;
  readonly _data: unknown;
  readonly _serializerVersion: number;
  readonly _actionType?: number;
  readonly _errorCode?: number;
  readonly _responseType?: number;
}

const INVOKE = 0;
const REGISTER = 1;
const RICH_API = 93;
const SAVE_SETTINGS = 76;
const LOAD_SETTINGS = 75;
const COMMAND_COMPLETED = 94;

/** The library's number for a method that is not supported. */
const NOT_SUPPORTED = 5012;

export interface WebOptions {
  /** Address of the pane's page; https, and the same host name as the page that embeds it, or the library stays silent. */
  readonly page: string;
  /** Origin of the embedding page. */
  readonly origin: string;
  readonly conversationId: string;
  readonly locale?: string;
}

/** What the iframe has to be given before it is put into the page. */
export function frameFor({ page, origin, conversationId, locale = "ja-JP" }: WebOptions): { readonly src: string; readonly name: string } {
  const hostInfo = `Excel$Web$16.00$${locale}$$$disableLogging$0`;
  const xdmInfo = `${conversationId}|shinchoku|${origin}`;
  const separator = page.includes("?") ? "&" : "?";
  return {
    // The key includes the ampersand, and its value is all that follows; so it must stand last.
    src: `${page}${separator}_host_Info=${encodeURIComponent(hostInfo)}#&_serializer_version=1&_xdm_Info=${xdmInfo}`,
    name: JSON.stringify({ baseFrameName: "shinchoku", hostInfo, xdmInfo, serializerVersion: "1" }),
  };
}

/** The other side of Excel on the web: takes the iframe's messages and gives the answers. */
export class WebConnection {
  readonly completed: string[] = [];
  private readonly settings = new Map<string, string>();
  private readonly registrations = new Map<string, number>();

  constructor(
    private readonly host: ExcelHost,
    private readonly options: WebOptions,
    private readonly post: (text: string) => void,
  ) {
    host.onEvents((events) => { this.sendEvent("richApiMessage", { ArrayData: events.map(toEntry) }); });
  }

  /** One message of the iframe. Messages of anyone else are not ours to answer. */
  async receive(text: string): Promise<void> {
    let message: Envelope;
    try {
      message = JSON.parse(text) as Envelope;
    } catch {
      return;
    }
    if (message._conversationId !== this.options.conversationId || message._messageType !== 0) return;
    if (message._actionType === INVOKE) this.answer(message, await this.invoke(message));
    else {
      if (message._actionType === REGISTER) this.registrations.set(message._actionName, message._correlationId);
      else this.registrations.delete(message._actionName);
      this.answer(message, { Error: 0 });
    }
  }

  /** Presses a ribbon button. */
  invokeCommand(id: string, functionName: string): void {
    this.sendEvent("appCommandInvoked", [id, functionName, JSON.stringify({ source: { id } })]);
  }

  private async invoke({ _actionName: name, _data: data }: Envelope): Promise<unknown> {
    if (name === "ContextActivationManager_getAppContextAsync") return this.appContext();
    if (name !== "executeMethod") return null;
    const call = data as { readonly DdaMethod: { readonly DispatchId: number }; readonly ArrayData?: readonly unknown[]; readonly [key: string]: unknown };
    switch (call.DdaMethod.DispatchId) {
      case RICH_API: {
        const [customData, , , , body, , flags] = call.ArrayData ?? [];
        const reply = await this.host.process(String(body), Number(flags), String(customData));
        return { Version: 1, Error: 0, Data: [200, [], reply] };
      }
      case SAVE_SETTINGS: {
        const { Properties: properties } = call["DdaSettingsMethod"] as { readonly Properties: readonly (readonly [string, string])[] };
        this.settings.clear();
        for (const [key, value] of properties) this.settings.set(key, value);
        return { Version: 1, Error: 0 };
      }
      case LOAD_SETTINGS:
        return { Version: 1, Error: 0, Properties: { Settings: [...this.settings].map(([Name, Value]) => ({ Name, Value })) } };
      case COMMAND_COMPLETED:
        this.completed.push(String(call["0"]));
        return { Version: 1, Error: 0 };
      default:
        return { Version: 1, Error: NOT_SUPPORTED };
    }
  }

  private appContext(): Record<string, unknown> {
    const locale = this.options.locale ?? "ja-JP";
    return {
      _id: "shinchoku", _appName: 16, _appVersion: "16.00", _appUILocale: locale, _dataLocale: locale, _docUrl: this.host.workbook.file,
      // Not as on Windows: 1 is reading and writing.
      _clientMode: this.host.faults.readOnly ? 0 : 1,
      _settings: [...this.settings], _reason: "documentOpened", _osfControlType: 1, _eToken: "", _correlationId: "correlation",
      _appInstanceId: this.options.conversationId, _hostCustomMessage: "", _hostFullVersion: "16.0.18000.10000", _appMinorVersion: 0,
      _requirementMatrix: JSON.stringify(this.host.profile.requirementSets), _dialogRequirementMatrix: "{}", _featureGates: {}, _initialDisplayMode: 2,
      _addinName: "進捗点検", _appDomains: [],
    };
  }

  private answer(message: Envelope, data: unknown): void {
    this.send(message._actionName, message._correlationId, data, 0);
  }

  private sendEvent(name: string, data: unknown): void {
    const correlation = this.registrations.get(name);
    if (correlation !== undefined) this.send(name, correlation, data, 1);
  }

  private send(name: string, correlation: number, data: unknown, responseType: 0 | 1): void {
    const envelope: Envelope = {
      _messageType: 1, _actionName: name, _conversationId: this.options.conversationId, _correlationId: correlation, _origin: this.options.origin,
      _data: data, _serializerVersion: 1, _errorCode: 0, _responseType: responseType,
    };
    this.post(JSON.stringify(envelope));
  }
}

function toEntry({ messageType, targetId, message, isRemote }: HostEvent): unknown[] {
  return [65_536, messageType, targetId, JSON.stringify(message), "", isRemote ?? false];
}
