import { html, render } from "lit-html";
import type { Api, LedgerInfo } from "../api";

/** Ask for a token until the server knows it. */
export function askToken(api: Api, host: HTMLElement): Promise<void> {
  return new Promise((resolve) => {
    const draw = (wrong: string): void => {
      render(
        html`<form class="sign-in" @submit=${submit}>
          <h1>Sign in</h1>
          <p>This ledger is a team's. Your token is what <code>whosays user add</code> printed.</p>
          <label>Token <input name="token" type="password" required autocomplete="current-password" autofocus /></label>
          <button type="submit">Sign in</button>
          <p role="alert" class="wrong">${wrong}</p>
        </form>`,
        host,
      );
    };
    const submit = async (event: SubmitEvent): Promise<void> => {
      event.preventDefault();
      const token = String(new FormData(event.target as HTMLFormElement).get("token")).trim();
      await api.signIn(token).then(resolve, (problem: Error) => draw(problem.message));
    };
    draw("");
  });
}

/** Who is at work, in the head of a team's page, with the way out. */
export function showPerson({ team, user }: LedgerInfo, api: Api, host: HTMLElement): void {
  const leave = async (): Promise<void> => {
    await api.signOut();
    location.reload();
  };
  const person = html`${user.name}, ${user.role} <button type="button" @click=${leave}>Sign out</button>`;
  render(team ? person : html``, host);
}
