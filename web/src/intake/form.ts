import { html, nothing, type TemplateResult } from "lit-html";
import { ask } from "../judging/ask";
import { handedIn, isSource, type HandedIn } from "./reading";
import "./intake.css";

/** Ask for reports: files, or words that are pasted; null if it is called off. */
export function askReports(text = ""): Promise<HandedIn | null> {
  let words = text;
  return ask<HandedIn>("Add reports", (done, redraw) => {
    const typed = (event: Event): void => {
      words = (event.target as HTMLTextAreaElement).value;
      redraw();
    };
    return html`${chooser(done)} ${pasteForm(words, typed, done)}`;
  });
}

function chooser(done: (files: readonly File[]) => void): TemplateResult {
  const chosen = ({ target }: Event): void => {
    const files = [...((target as HTMLInputElement).files ?? [])];
    if (files.length) done(files);
  };
  return html`<label class="intake-files">
    Files <input type="file" multiple @change=${chosen} />
    <small class="quiet">text, HTML, PDF, Word, feeds, e-mail, CSV, web archives, JSON Lines; or drop them anywhere on the page</small>
  </label>`;
}

function pasteForm(words: string, typed: (event: Event) => void, done: (given: HandedIn) => void): TemplateResult {
  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    const given = new FormData(event.target as HTMLFormElement);
    if (words.trim()) done(handedIn(given));
  };
  return html`<form class="intake-paste" @submit=${submit}>
    <label>Or a report’s words, or a feed’s source <textarea name="text" rows="7" dir="auto" required .value=${words} @input=${typed}></textarea></label>
    ${isSource(words) ? html`<p class="quiet">The source of a feed or page: outlets and days are taken from it.</p>` : about()}
    <button type="submit">Read</button>
  </form>`;
}

function about(): TemplateResult | typeof nothing {
  return html`<fieldset>
    <legend>What its words do not say of it, as far as you know</legend>
    <label>Title <input name="title" autocomplete="off" dir="auto" maxlength="1000" /></label>
    <label>Outlet <input name="publisher" autocomplete="off" dir="auto" maxlength="500" /></label>
    <label>Day of publication <input name="published" type="date" /></label>
    <label>Address <input name="url" type="url" autocomplete="off" placeholder="https://" maxlength="2000" /></label>
  </fieldset>`;
}
