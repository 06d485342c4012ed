import { describe, expect, it } from "vitest";
import { handedIn, isSource, progressWords, type Reading } from "./reading";

const READING: Reading = { id: "r", state: "waiting", done: 0, of: 0, reports: [], failures: [] };
const REPORT = { digest: "d", id: "a", title: null, publisher: null, published: null, url: null, language: null };

describe("how far a reading is", () => {
  it.each<[Partial<Reading>, string]>([
    [{}, "Waiting for its turn"],
    [{ state: "reading" }, "Looking what it is"],
    [{ state: "reading", done: 2, of: 5 }, "Read 2 of 5"],
    [{ state: "reconciling" }, "Comparing with the other reports"],
    [{ state: "done", reports: [REPORT] }, "Read"],
    [{ state: "done", reports: [REPORT], failures: ["x.pdf: …"] }, "Read, but not all of it"],
    [{ state: "failed", failures: ["x.pdf: …"] }, "Nothing could be read"],
  ])("%o is “%s”", (part, words) => {
    expect(progressWords({ ...READING, ...part })).toBe(words);
  });
});

describe("what is pasted", () => {
  it.each([
    ['<?xml version="1.0"?><rss>', true],
    ["\n <feed xmlns='http://www.w3.org/2005/Atom'>", true],
    ["<!DOCTYPE html><p>", true],
    ["The army <said> so", false],
    ["< 3 dead", false],
    ["", false],
  ])("%j is the source of a feed or page: %s", (text, is) => {
    expect(isSource(text)).toBe(is);
  });

  it("is a text with what is said of it, and nothing for fields left empty", () => {
    const fields = form({ text: " Shells fell. ", title: "", publisher: "The Courier", published: "2031-03-14", url: "" });
    expect(handedIn(fields)).toEqual({ text: "Shells fell.", publisher: "The Courier", published: "2031-03-14" });
  });

  it("is a file where it is a feed", async () => {
    const made = handedIn(form({ text: "<rss></rss>", publisher: "The Courier" }));
    expect(Array.isArray(made) && (await (made as File[])[0]?.text())).toBe("<rss></rss>");
  });
});

function form(values: Record<string, string>): FormData {
  const made = new FormData();
  for (const [name, value] of Object.entries(values)) made.set(name, value);
  return made;
}
