import { JOURNAL_NAMESPACE, parseJournal, toJournalText, withEntry, withoutEntry, type Journal, type JournalEntry } from "../core/journal";
import { SETTINGS_NAMESPACE } from "../core/settings-part";
import { fromPartXml, toPartXml } from "./part-xml";

/**
 * A custom XML part of ours, read and written along with the requests of an action, so that it costs none of its own:
 * the first request finds it, the next reads it, and a later one may write it.
 */
export class OwnPart {
  private readonly parts: Excel.CustomXmlPartScopedCollection;
  private part: Excel.CustomXmlPart | undefined;
  private xml: OfficeExtension.ClientResult<string> | undefined;

  /** Goes out with the next request. */
  constructor(
    private readonly context: Excel.RequestContext,
    private readonly namespace: string,
    private readonly root: string,
  ) {
    this.parts = context.workbook.customXmlParts.getByNamespace(namespace);
    this.parts.load({ id: true });
  }

  /** After the first request; goes out with the next. Whether there is a part at all. */
  askText(): boolean {
    this.part = this.parts.items[0];
    this.xml = this.part?.getXml();
    return this.part !== undefined;
  }

  /** After the second request: what the part holds, or null where there is none. */
  get text(): string | null {
    return this.xml === undefined ? null : fromPartXml(this.xml.value);
  }

  /** Goes out with the next request. Null: the part goes. */
  put(json: string | null): void {
    if (json === null) this.part?.delete();
    else if (this.part === undefined) this.context.workbook.customXmlParts.add(toPartXml(this.root, this.namespace, json));
    else this.part.setXml(toPartXml(this.root, this.namespace, json));
  }
}

export function settingsPart(context: Excel.RequestContext): OwnPart {
  return new OwnPart(context, SETTINGS_NAMESPACE, "settings");
}

/** The record for 元に戻す, on its way along with an action. */
export class JournalPart {
  private readonly part: OwnPart;

  constructor(context: Excel.RequestContext) {
    this.part = new OwnPart(context, JOURNAL_NAMESPACE, "journal");
  }

  askText(): boolean {
    return this.part.askText();
  }

  get text(): string | null {
    return this.part.text;
  }

  read(): Journal {
    return parseJournal(this.part.text);
  }

  /** Goes out with the request that changes the workbook. */
  record(entry: JournalEntry): void {
    this.part.put(toJournalText(withEntry(this.read().entries, entry)));
  }

  /** Goes out with the request that takes the action back; nothing where the entry is not there. */
  remove(id: string): void {
    const { entries } = this.read();
    if (entries.some((entry) => entry.id === id)) this.part.put(toJournalText(withoutEntry(entries, id)));
  }

  /** The record as it was before an action that failed; null: there was none. */
  putBack(text: string | null): void {
    if (this.part.text !== text) this.part.put(text);
  }
}
