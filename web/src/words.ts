/** Numbers and days in words, as the page prints them. */

const MONTHS = [
  ...["January", "February", "March", "April", "May", "June"],
  ...["July", "August", "September", "October", "November", "December"],
];
const counting = new Intl.NumberFormat("en-GB", { maximumFractionDigits: 2 });

/** "14 March 2008" of "2008-03-14" or of an instant; the words as they came where they are no day. */
export function day(iso: string | null): string {
  const parts = /^(-?\d{4,})-(\d\d)-(\d\d)/.exec(iso ?? "");
  const month = MONTHS[Number(parts?.[2]) - 1];
  return parts && month ? `${Number(parts[3])} ${month} ${parts[1]}` : (iso ?? "");
}

/** "14 March 2008, 09:30 UTC" of an instant; the day alone of a day. */
export function moment(iso: string | null): string {
  const at = iso && iso.includes("T") ? new Date(iso) : null;
  if (!at || Number.isNaN(at.getTime())) return day(iso);
  const utc = at.toISOString();
  return `${day(utc)}, ${utc.slice(11, 16)} UTC`;
}

/** "14 March 2008", or "12 to 14 March 2008" of first and last day with a slash between. */
export function days(iso: string | null): string {
  const [first = "", last = first] = (iso ?? "").split("/");
  return span(first || null, last || null);
}

/** From one day to another; an end that is null is open. */
export function span(first: string | null, last: string | null): string {
  if (first === last) return day(first);
  if (first === null) return `until ${day(last)}`;
  if (last === null) return `since ${day(first)}`;
  return `${withoutCommon(day(first), day(last))} to ${day(last)}`;
}

function withoutCommon(first: string, last: string): string {
  const [mine, its] = [first.split(" "), last.split(" ")];
  if (mine[2] !== its[2]) return first;
  return mine[1] === its[1] ? (mine[0] ?? first) : mine.slice(0, 2).join(" ");
}

/** A sentence with its days in words: "2008-03-14" and "2008-03-14/2008-03-15" are no prose. */
export function dated(sentence: string): string {
  return sentence.replace(/\b\d{4}-\d\d-\d\d(?:\/\d{4}-\d\d-\d\d)?\b/g, days);
}

/** "14", "14 to 17", "at least 5", "at most 9", "not said how many": null is open. */
export function range(low: number | null, high: number | null): string {
  if (low === null && high === null) return "not said how many";
  if (high === null) return `at least ${number(low)}`;
  if (low === null) return `at most ${number(high)}`;
  return low === high ? number(low) : `${number(low)} to ${number(high)}`;
}

export function number(value: number | null): string {
  return value === null ? "" : counting.format(value);
}

/** "1 report", "5 reports". */
export function count(n: number, one: string, many = `${one}s`): string {
  return `${number(n)} ${n === 1 ? one : many}`;
}
