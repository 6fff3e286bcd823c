import { defineRule } from "../rule";

/** 住民目線・職員目線のどちらかの数値目標がない. Both missing is another matter: `work-item-indicator-missing`. */
export const workItemViewpointMissing = defineRule({
  id: "work-item-viewpoint-missing",
  severity: "warning",
  *check({ workItems }) {
    for (const { viewpoints, title, key } of workItems) {
      if (!viewpoints.some(({ hasIndicator }) => hasIndicator)) continue;
      for (const { viewpoint, hasIndicator, nameAt } of viewpoints) {
        if (hasIndicator) continue;
        yield { at: nameAt, params: { title, viewpoint }, subject: `${key} / ${viewpoint}` };
      }
    }
  },
});
