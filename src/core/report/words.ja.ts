import type { Direction } from "../model/indicator";

/** Words for the model's own values, as they stand in the report's cells. */
const directionWords = {
  "higher-is-better": "上がると良い",
  "lower-is-better": "下がると良い",
  maintain: "維持",
  milestone: "実施の有無",
  unknown: "不明",
} as const;

export const words = {
  tier: { goal: "数値目標", kpi: "KPI", output: "活動指標", outcome: "成果指標" },
  viewpoint: { resident: "住民", staff: "職員" },
  /** A direction that only rests on the indicator's words says so wherever it is shown. */
  direction: ({ value, basis }: Direction) =>
    basis === "suggested" && value !== "unknown" ? `${directionWords[value]}（推定）` : directionWords[value],
} as const;
