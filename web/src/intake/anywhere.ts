import { ApiError } from "../api";

const FIELD = "input, select, textarea, dialog, [contenteditable]";

/** What is brought to the page by hand. */
export interface Brought {
  readonly files: (files: readonly File[]) => void;
  readonly text: (text: string) => void;
  /** What was brought cannot be handed in. */
  readonly fail: (problem: Error) => void;
}

/** Take files and text that are dropped or pasted anywhere on the page, but for text in a field that takes it. */
export function takeAnywhere(brought: Brought): void {
  addEventListener("paste", (event) => {
    if (event.clipboardData && !isField(event.target)) take(event, event.clipboardData, brought);
  });
  let isOwn = false; // words or a link of this page that are dragged about
  addEventListener("dragstart", () => (isOwn = true));
  addEventListener("dragend", () => (isOwn = false));
  addEventListener("dragover", (event) => {
    if (isOwn || !isTaken(event)) return;
    event.preventDefault();
    document.body.classList.add("is-dropped-on");
  });
  addEventListener("dragleave", (event) => {
    if (event.relatedTarget === null) document.body.classList.remove("is-dropped-on");
  });
  addEventListener("drop", (event) => {
    document.body.classList.remove("is-dropped-on");
    if (!isOwn && event.dataTransfer && isTaken(event)) take(event, event.dataTransfer, brought);
  });
}

function isTaken({ dataTransfer, target }: DragEvent): boolean {
  const types = dataTransfer?.types ?? [];
  return types.includes("Files") || (types.includes("text/plain") && !isField(target));
}

function isField(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest(FIELD) !== null;
}

function take(event: Event, data: DataTransfer, brought: Brought): void {
  const [files, text] = [[...data.files], data.getData("text/plain")];
  const folder = [...data.items].map((item) => item.webkitGetAsEntry()).find((entry) => entry?.isDirectory);
  if (folder) brought.fail(new ApiError(`${folder.name} is a folder: drop the files in it.`));
  else if (files.length) brought.files(files);
  else if (text.trim()) brought.text(text);
  else return;
  event.preventDefault();
}
