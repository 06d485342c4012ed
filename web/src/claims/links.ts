/** An address that a report names, if a browser may follow it; null for anything but the web. */
export function webAddress(url: string | null): string | null {
  if (!url || !URL.canParse(url)) return null;
  return ["http:", "https:"].includes(new URL(url).protocol) ? url : null;
}

export function reportLink(digest: string, claim?: string): string {
  const query = claim ? `?claim=${encodeURIComponent(claim)}` : "";
  return `#/reports/${encodeURIComponent(digest)}${query}`;
}

export function incidentLink(id: string): string {
  return `#/incidents/${encodeURIComponent(id)}`;
}
