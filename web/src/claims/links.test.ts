import { expect, it } from "vitest";
import { incidentLink, reportLink, webAddress } from "./links";

it.each([
  ["https://barada.example/1", "https://barada.example/1"],
  ["javascript:alert(1)", null],
  [" JaVaScript:alert(1)", null],
  ["data:text/html,<script>", null],
  ["not an address", null],
  [null, null],
])("follows %s as %s", (url, expected) => expect(webAddress(url)).toBe(expected));

it("keeps what stands in an address inside its part of it", () => {
  expect(reportLink("a/b", "c&d")).toBe("#/reports/a%2Fb?claim=c%26d");
  expect(incidentLink("a?b")).toBe("#/incidents/a%3Fb");
});
