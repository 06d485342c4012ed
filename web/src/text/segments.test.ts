import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { cut, type Mark } from "./segments";

const someMarks = fc.array(
  fc.record({ start: fc.integer({ min: -3, max: 60 }), end: fc.integer({ min: -3, max: 60 }), value: fc.nat(9) }),
  { maxLength: 12 },
);
const lengths = fc.integer({ min: 0, max: 50 });

function covers(mark: Mark<unknown>, point: number): boolean {
  return mark.start <= point && point < mark.end;
}

describe("cut", () => {
  it("cuts marks that overlap", () => {
    const found = cut(10, [
      { start: 2, end: 8, value: "who" },
      { start: 4, end: 10, value: "what" },
    ]);
    expect(found.map(({ start, end, marks }) => [start, end, marks.map((mark) => mark.value)])).toEqual([
      [0, 2, []],
      [2, 4, ["who"]],
      [4, 8, ["who", "what"]],
      [8, 10, ["what"]],
    ]);
  });

  it("puts outer marks before inner ones", () => {
    const [, middle] = cut(6, [
      { start: 2, end: 4, value: "inner" },
      { start: 0, end: 6, value: "outer" },
    ]);
    expect(middle?.marks.map((mark) => mark.value)).toEqual(["outer", "inner"]);
  });

  it("leaves no gap and nothing twice", () => {
    fc.assert(
      fc.property(lengths, someMarks, (length, marks) => {
        const points = cut(length, marks).flatMap(({ start, end }) =>
          Array.from({ length: end - start }, (_, offset) => start + offset),
        );
        expect(points).toEqual(Array.from({ length }, (_, point) => point));
      }),
    );
  });

  it("gives every point the marks that cover it, and no others", () => {
    fc.assert(
      fc.property(lengths, someMarks, (length, marks) => {
        for (const segment of cut(length, marks))
          for (let point = segment.start; point < segment.end; point++) {
            const expected = marks.filter((mark) => covers(mark, point)).map((mark) => mark.value);
            expect(segment.marks.map((mark) => mark.value).sort()).toEqual(expected.sort());
          }
      }),
    );
  });

  it("does not depend on the order of the marks", () => {
    fc.assert(
      fc.property(lengths, someMarks, (length, marks) => {
        const bounds = (of: readonly Mark<number>[]) => cut(length, of).map(({ start, end }) => [start, end]);
        expect(bounds(marks.toReversed())).toEqual(bounds(marks));
      }),
    );
  });
});
