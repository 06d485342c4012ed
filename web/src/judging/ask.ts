import { html, render, type TemplateResult } from "lit-html";

/** Ask something in a dialogue of its own; null if it is called off. The focus goes back to where it was. */
export function ask<T>(title: string, body: (done: (answer: T) => void, redraw: () => void) => TemplateResult): Promise<T | null> {
  const dialog = document.createElement("dialog");
  dialog.className = "ask";
  dialog.setAttribute("aria-label", title);
  document.body.append(dialog);
  return new Promise((resolve) => {
    let answer: T | null = null;
    const done = (given: T): void => {
      answer = given;
      dialog.close();
    };
    const draw = (): void => {
      render(
        html`<h2>${title}</h2>
          ${body(done, draw)}
          <button type="button" class="ask-off" @click=${() => dialog.close()}>Cancel</button>`,
        dialog,
      );
    };
    dialog.addEventListener("close", () => {
      dialog.remove();
      resolve(answer);
    });
    draw();
    dialog.showModal();
  });
}

/** A field for the reason that every judgement needs, and the button that gives it. */
export function reasonForm(action: string, give: (why: string) => void, suggested = ""): TemplateResult {
  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    const why = new FormData(event.target as HTMLFormElement).get("why");
    if (typeof why === "string" && why.trim()) give(why.trim());
  };
  return html`<form class="reason" @submit=${submit}>
    <label>Why? <input name="why" required autofocus autocomplete="off" dir="auto" .value=${suggested} /></label>
    <button type="submit">${action}</button>
  </form>`;
}
