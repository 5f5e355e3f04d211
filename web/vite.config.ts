/// <reference types="vitest/config" />
import { defineConfig } from "vite";

// The server sends `default-src 'self'`: nothing may be inline, neither script, style nor data: address.
export default defineConfig({
  build: { assetsInlineLimit: 0, modulePreload: { polyfill: false }, cssCodeSplit: true, target: "es2021", reportCompressedSize: false },
  server: { proxy: { "/api": process.env.DEPESCHE_DESK ?? "http://127.0.0.1:8600" } },
  test: { include: ["tests/**/*.test.ts"], environment: "node" },
});
