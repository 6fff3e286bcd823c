import { Switch } from "@fluentui/react-components";
import { ruleTitles, switchRule, type Settings } from "../../../core";
import { useController, usePaneState } from "../../pane-context";
import { notes } from "../../texts/actions.ja";
import { settings as texts } from "../../texts/settings.ja";
import { Hint } from "../layout";
import { useSectionStyles } from "./styles";

const RULES = Object.entries(ruleTitles);

export function RuleSection({ settings }: { readonly settings: Settings }) {
  const styles = useSectionStyles();
  const controller = useController();
  const isWriting = usePaneState((state) => state.isWriting);
  return (
    <>
      <Hint>{texts.rulesHint}</Hint>
      <ul className={styles.list}>
        {RULES.map(([rule, title]) => (
          <li key={rule}>
            <Switch
              label={title}
              disabledFocusable={isWriting}
              checked={!settings.rulesOff.includes(rule)}
              onChange={(_, { checked }) => void controller.editSettings(checked ? notes.ruleOn(title) : notes.ruleOff(title), (old) => switchRule(old, rule, checked))}
            />
          </li>
        ))}
      </ul>
    </>
  );
}
