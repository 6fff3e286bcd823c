import { webDarkTheme, webLightTheme, type Theme } from "@fluentui/react-components";

/** The Japanese faces that Windows and macOS carry; no font is fetched. */
const FONTS = "'Segoe UI', 'Yu Gothic UI', 'BIZ UDPGothic', Meiryo, 'Hiragino Sans', 'Noto Sans JP', sans-serif";

/** 12 px: nothing is smaller. */
const SMALLEST = 0.75;

/**
 * Sizes of letters in rem, so that they grow where a person asks for larger text, and lines high enough for Japanese.
 * Fluent's own are in px, and its smallest letters are smaller than kanji can be read in.
 */
function readable(theme: Theme): Theme {
  const sizes = Object.entries(theme).flatMap(([token, value]) => {
    if (!/^(?:fontSize|lineHeight)(?:Base|Hero)\d+$/u.test(token)) return [];
    const rem = Number.parseFloat(String(value)) / 16;
    if (token.startsWith("fontSize")) return [[token, `${String(Math.max(rem, SMALLEST))}rem`]];
    return [[token, `${String(rem * 1.1)}rem`]];
  });
  return { ...theme, ...(Object.fromEntries(sizes) as Partial<Theme>), fontFamilyBase: FONTS };
}

export const lightTheme = readable(webLightTheme);
export const darkTheme = readable(webDarkTheme);
