import { acceptFinding, addCorrection, toRangeA1, toSettingsJson } from "../../core";
import type { SettingsEdit } from "../state/pane-state";
import { notes, says } from "../texts/actions.ja";
import type { Desk } from "./desk";
import type { Engines } from "./engines";
import { valueOf } from "./refusal";

/** 設定: what the workbook carries of the municipality's own words, corrections and accepted findings. */
export function createSettingsEditing(desk: Desk, engines: Engines) {
  const { host, clock, dispatch } = desk;

  /** Reads what the workbook carries, edits that, and puts it back: what a colleague said meanwhile is kept. */
  const editSettings = (label: string, edit: SettingsEdit, done?: string): Promise<void> =>
    desk.write(async () => {
      const text = valueOf(await host.loadSettings());
      const engine = await engines.any();
      const { settings, settingsProblem } = await engine.settings(text);
      if (settingsProblem !== null) {
        dispatch({ type: "settings", settings: { settings, settingsProblem } });
        dispatch({ type: "notice", notice: { intent: "warning", text: says.settingsLeftAlone } });
        return;
      }
      const edited = edit(settings);
      const json = toSettingsJson(edited);
      valueOf(await host.saveSettings(json, desk.note(label)));
      const checked = engines.checked();
      if (checked === null) dispatch({ type: "settings", settings: { settings: edited, settingsProblem: null } });
      else dispatch({ type: "outcome", outcome: await checked.check(json, clock.today()), isFresh: false });
      if (done !== undefined) desk.say(done);
    });

  return {
    editSettings,

    loadSettings: (): Promise<void> =>
      desk.attempt(async () => {
        const text = valueOf(await host.loadSettings());
        const settings = await (await engines.any()).settings(text);
        dispatch({ type: "settings", settings });
      }),

    /** 確認済みにする. */
    accept: async (id: string, reason: string): Promise<void> => {
      const finding = desk.finding(id);
      if (finding === undefined || reason.trim() === "") return;
      await editSettings(notes.accepted(finding.cell), (settings) => acceptFinding(settings, finding, reason, clock.today()), says.accepted);
    },

    /** 選択範囲を見出しにする. */
    useSelectionAsHeader: async (): Promise<void> => {
      let selected: { readonly sheet: string; readonly range: string } | undefined;
      await desk.attempt(async () => {
        const { sheet, region } = valueOf(await host.readSelection());
        selected = { sheet, range: toRangeA1(region) };
      });
      if (selected === undefined) return;
      const { sheet, range } = selected;
      await editSettings(notes.header(sheet, range), (settings) => addCorrection(settings, { kind: "header", sheet, range }), says.headerSet(sheet, range));
    },
  };
}
