import type { FormulaId } from "./formulas";

export interface Formula {
  readonly id: FormulaId;
  readonly nameJa: string;
  /** The formula as a person would write it under a table. */
  readonly describeJa: string;
}

/** What each formula is called where a figure must say how it was made. */
export const formulas: { readonly [Id in FormulaId]: Formula & { readonly id: Id } } = {
  ratio: { id: "ratio", nameJa: "対目標", describeJa: "実績値÷目標値×100" },
  "inverse-ratio": { id: "inverse-ratio", nameJa: "対目標（下がると良い指標）", describeJa: "目標値÷実績値×100" },
  mirrored: { id: "mirrored", nameJa: "超過分を差し引く方式", describeJa: "（2－実績値÷目標値）×100" },
  "from-baseline": {
    id: "from-baseline",
    nameJa: "対基準",
    describeJa: "（実績値－基準値）÷（目標値－基準値）×100",
  },
  "from-baseline-capped": {
    id: "from-baseline-capped",
    nameJa: "対基準（上限100％）",
    describeJa: "（実績値－基準値）÷（目標値－基準値）×100。100を超えるときは100",
  },
  "pace-linear": {
    id: "pace-linear",
    nameJa: "対ペース（按分による参考値）",
    describeJa: "（実績値－基準値）÷（按分した期待値－基準値）×100",
  },
  "pace-of-target": {
    id: "pace-of-target",
    nameJa: "目標値の年割りに対する割合",
    describeJa: "実績値÷（目標値×経過年数÷計画年数）×100",
  },
  cumulative: { id: "cumulative", nameJa: "累計の対目標", describeJa: "各年度の実績値の累計÷目標値×100" },
  "year-on-year": {
    id: "year-on-year",
    nameJa: "前年度比",
    describeJa: "実績値÷前年度実績値×100（下がると良い指標は前年度実績値÷実績値×100）",
  },
};
