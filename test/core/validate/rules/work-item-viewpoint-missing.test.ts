import { workItemViewpointMissing } from "../../../../src/core/validate/rules/work-item-viewpoint-missing";
import { a1, aModel, aWorkItem } from "../../../helpers/model";
import { testRule } from "../../../helpers/rule-tester";

const sides = (resident: boolean, staff: boolean) =>
  aModel({
    workItems: [
      aWorkItem({
        title: "情報発信",
        viewpoints: [
          { viewpoint: "resident", hasIndicator: resident, nameAt: a1("M11") },
          { viewpoint: "staff", hasIndicator: staff, nameAt: a1("S11") },
        ],
      }),
    ],
  });

testRule(workItemViewpointMissing, {
  accepts: [
    { name: "両方の目線の指標がある", model: sides(true, true) },
    { name: "両方ともなければ別の指摘になる", model: sides(false, false) },
    { name: "目線を分けていない表", model: aModel({ workItems: [aWorkItem()] }) },
  ],
  rejects: [
    {
      name: "職員目線がない",
      model: sides(true, false),
      violations: [{ at: "S11", params: { title: "情報発信", viewpoint: "staff" } }],
    },
    {
      name: "住民目線がない",
      model: sides(false, true),
      violations: [{ at: "M11", params: { title: "情報発信", viewpoint: "resident" } }],
    },
  ],
});
