import type { JournalNote } from "../core/journal";
import { SETTINGS_NAMESPACE } from "../core/settings-part";
import { fail, ok, type Result } from "../core/shared/result";
import { attempt, isAccessDenied, Refusal, type HostFailure } from "./host-failure";
import { fromSettingsXml, toSettingsXml } from "./settings-xml";

/** The settings in the open workbook as JSON text, or null where there are none. */
export async function loadSettings(): Promise<Result<string | null, HostFailure>> {
  return attempt(() =>
    Excel.run({ delayForCellEdit: true }, async (context) => {
      const part = await findPart(context);
      if (part === undefined) return null;
      const xml = part.getXml();
      await context.sync();
      // eslint-disable-next-line office-addins/load-object-before-read -- the result of a method is not loaded
      return fromSettingsXml(xml.value);
    }),
  );
}

/**
 * Puts the settings into the open workbook, where the command line finds them too. One write, so that there is no half
 * of it. Does not save the workbook.
 */
export async function saveSettings(json: string, options: { readonly journal?: JournalNote } = {}): Promise<Result<void, HostFailure>> {
  await Promise.resolve(options);
  const saved = await attempt(() =>
    Excel.run({ delayForCellEdit: true }, async (context) => {
      context.workbook.load({ readOnly: true });
      const part = await findPart(context);
      const xml = toSettingsXml(json);
      if (part === undefined) context.workbook.customXmlParts.add(xml);
      else part.setXml(xml);
      try {
        await context.sync();
      } catch (error) {
        if (isAccessDenied(error) && context.workbook.readOnly) throw new Refusal({ code: "workbook-read-only" });
        throw error;
      }
    }),
  );
  return saved.ok ? ok(undefined) : fail(saved.failure);
}

async function findPart(context: Excel.RequestContext): Promise<Excel.CustomXmlPart | undefined> {
  const parts = context.workbook.customXmlParts.getByNamespace(SETTINGS_NAMESPACE);
  parts.load({ id: true });
  await context.sync();
  // eslint-disable-next-line office-addins/load-object-before-read -- loading a property of the items loads them
  return parts.items[0];
}
