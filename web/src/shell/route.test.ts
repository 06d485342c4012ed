import { expect, it } from "vitest";
import { routeOf } from "./route";

it.each([
  ["", "picture", "", ""],
  ["#/", "picture", "", ""],
  ["#/queue?sort=merges", "queue", "", "sort=merges"],
  ["#/incidents/4e79?rule=best&as_of=2008-03-14", "incidents", "4e79", "rule=best&as_of=2008-03-14"],
  ["#/reports/a%2Fb", "reports", "a/b", ""],
  ["#/reports/%E0%A4%A", "reports", "%E0%A4%A", ""],
])("reads %s", (hash, view, id, query) => {
  const route = routeOf(hash);
  expect([route.view, route.id, route.query.toString()]).toEqual([view, id, query]);
});
