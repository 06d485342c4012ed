import { defineConfig } from "vite";

/** Where `npm run dev` finds the API: a `whosays serve` at its default port. */
const SERVER = "http://127.0.0.1:8321";

export default defineConfig({
  base: "./",
  build: {
    outDir: "../whosays/serve/page",
    emptyOutDir: true,
    assetsInlineLimit: 0, // the page's security policy takes fonts and styles from files alone
    modulePreload: { polyfill: false },
  },
  server: { proxy: { "/api": { target: SERVER, changeOrigin: true } } },
});
