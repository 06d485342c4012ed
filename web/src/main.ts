import { html, render } from "lit-html";
import { Api, ApiError, SignInNeeded, type LedgerInfo } from "./api";
import { ChangesView } from "./changes/view";
import type { Context, View } from "./context";
import { IncidentView } from "./incident/view";
import { IncidentsView } from "./incidents/view";
import { Intake } from "./intake/intake";
import { PictureView } from "./picture/view";
import { QueueView } from "./queue/view";
import { PartiesView } from "./parties/view";
import { ReportView } from "./report/view";
import { ReportsView } from "./reports/view";
import { routeOf, type Route } from "./shell/route";
import { askToken, showPerson } from "./shell/sign-in";
import "./shell/shell.css";

const api = new Api();
const main = element("#main");
let shown: View | null = null;

async function start(): Promise<void> {
  const ledger = await enter();
  showPerson(ledger, api, element("#person"));
  const mayWrite = !ledger.read_only && ledger.user.role !== "reader";
  const context: Context = {
    get: (path, params) => api.get(path, params),
    judge: (draft) => api.judge(draft),
    go: (hash) => location.assign(hash),
    fail,
    writable: mayWrite,
  };
  if (mayWrite) new Intake(api, element("#readings"), fail).offer(element("#intake"));
  addEventListener("hashchange", () => void show(context));
  await show(context);
}

/** What is served, once the server knows who asks. */
async function enter(): Promise<LedgerInfo> {
  try {
    return await api.ledger();
  } catch (problem) {
    if (!(problem instanceof SignInNeeded)) throw problem;
    await askToken(api, main);
    return enter();
  }
}

function element(selector: string): HTMLElement {
  return document.querySelector<HTMLElement>(selector) ?? document.body;
}

async function show(context: Context): Promise<void> {
  const route = routeOf(location.hash);
  const host = document.createElement("div");
  shown?.leave?.();
  shown = viewOf(route, host, context);
  main.replaceChildren(host);
  for (const link of document.querySelectorAll("[data-view]"))
    link.toggleAttribute("aria-current", link.getAttribute("data-view") === route.view);
  await shown?.load().catch(fail);
  document.title = `${host.querySelector("h1")?.textContent?.trim() ?? "whosays"} · whosays`;
}

function viewOf({ view, id, query }: Route, host: HTMLElement, context: Context): View | null {
  if (view === "incidents") return id ? new IncidentView(host, context, id, query) : new IncidentsView(host, context, query);
  if (view === "parties") return new PartiesView(host, context, query);
  if (view === "changes") return new ChangesView(host, context, query);
  if (view === "reports" && !id) return new ReportsView(host, context, query);
  if (view === "reports") return new ReportView(host, context, id, query);
  if (view === "picture") return new PictureView(host, context, query);
  if (view === "queue") return new QueueView(host, context, query);
  fail(new ApiError(`There is no view “${view}”.`));
  return null;
}

/** Say what went wrong, above what is there: nothing that was typed is lost. */
function fail(problem: unknown): void {
  const place = document.createElement("div");
  place.className = "failure";
  place.setAttribute("role", "alert");
  render(html`<p>${problem instanceof Error ? problem.message : String(problem)}</p>`, place);
  main.querySelector(".failure")?.remove();
  main.prepend(place);
}

addEventListener("unhandledrejection", ({ reason }) => fail(reason));
start().catch(fail);
