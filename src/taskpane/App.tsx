import { FluentProvider, MessageBar, MessageBarBody, Text, webLightTheme } from "@fluentui/react-components";

/** The Japanese faces come first that Windows and macOS carry; no font is fetched. */
const theme = {
  ...webLightTheme,
  fontFamilyBase: "'Segoe UI', 'Yu Gothic UI', 'BIZ UDPGothic', Meiryo, 'Hiragino Sans', 'Noto Sans JP', sans-serif",
};

interface AppProps {
  readonly version: string;
}

/** The pane. May not: read the workbook, which is the business of the adapters. */
export function App({ version }: AppProps) {
  return (
    <FluentProvider theme={theme}>
      <Text as="h1" size={500} weight="semibold" block>
        進捗点検
      </Text>
      <Text as="p" block>
        版 {version}
      </Text>
      <MessageBar intent="info">
        <MessageBarBody>
          この画面での点検は、次の版から使えます。いまの版では、コマンド「shinchoku check」で点検できます。
        </MessageBarBody>
      </MessageBar>
    </FluentProvider>
  );
}
