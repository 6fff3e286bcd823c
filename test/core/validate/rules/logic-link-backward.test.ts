import { logicLinkBackward } from "../../../../src/core/validate/rules/logic-link-backward";
import { aLink, aModel } from "../../../helpers/model";
import { testRule } from "../../../helpers/rule-tester";

testRule(logicLinkBackward, {
  accepts: [
    {
      name: "活動からアウトプットへ",
      model: aModel({ links: [aLink("申請", "申請率", 5, { fromLevel: "activity", toLevel: "output" })] }),
    },
    {
      name: "段階を飛ばして進む",
      model: aModel({ links: [aLink("申請", "姿", 5, { fromLevel: "activity", toLevel: "impact" })] }),
    },
    {
      name: "同じ段階の中",
      model: aModel({ links: [aLink("短期", "長期", 5, { fromLevel: "outcome", toLevel: "outcome" })] }),
    },
    { name: "段階が分からない", model: aModel({ links: [aLink("申請", "申請率", 5, { fromLevel: "impact" })] }) },
    {
      name: "線の先がなければ別の指摘になる",
      model: aModel({ links: [aLink("申請", null, 5, { fromLevel: "impact", toLevel: "output" })] }),
    },
  ],
  rejects: [
    {
      name: "アウトカムからアウトプットへ戻る",
      model: aModel({ links: [aLink("満足度", "申請率", 12, { fromLevel: "outcome", toLevel: "output" })] }),
      violations: [{ at: "C12", params: { from: "満足度", to: "申請率", fromLevel: "outcome", toLevel: "output" } }],
    },
    {
      name: "アウトプットから活動へ、ありたい姿からアウトカムへ戻る",
      model: aModel({
        links: [
          aLink("申請率", "申請", 5, { fromLevel: "output", toLevel: "activity" }),
          aLink("姿", "満足度", 6, { fromLevel: "impact", toLevel: "outcome" }),
        ],
      }),
      violations: [
        { at: "C5", params: { from: "申請率", to: "申請", fromLevel: "output", toLevel: "activity" } },
        { at: "C6", params: { from: "姿", to: "満足度", fromLevel: "impact", toLevel: "outcome" } },
      ],
    },
  ],
});
