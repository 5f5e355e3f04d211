// node embed.mjs DIST OUTPUT: writes all files below DIST as the C++ of web/pages.h.
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { extname, join } from "node:path";
import { gzipSync } from "node:zlib";

const types = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".svg": "image/svg+xml",
  ".json": "application/json",
};
const [dist, output] = process.argv.slice(2);

function* below(folder, path) {
  for (const entry of readdirSync(folder, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1))) {
    if (entry.isDirectory()) yield* below(join(folder, entry.name), `${path}${entry.name}/`);
    else yield [join(folder, entry.name), `${path}${entry.name}`];
  }
}

const array = (name, bytes) => {
  const lines = [];
  for (let i = 0; i < bytes.length; i += 32) lines.push(`    ${[...bytes.subarray(i, i + 32)].join(",")},`);
  return `const unsigned char ${name}[] = {\n${lines.join("\n")}\n};\n`;
};

let arrays = "";
let rows = "";
let count = 0;
for (const [file, path] of below(dist, "/")) {
  const type = types[extname(file)];
  if (type === undefined) throw new Error(`embed.mjs: no content type is known for ${path}`);
  const bytes = readFileSync(file);
  const packed = gzipSync(bytes, { level: 9 });
  arrays += array(`kBytes${count}`, bytes) + array(`kGzip${count}`, packed);
  rows += `      {"${path}", "${type}", ${path.startsWith("/assets/")}, view(kBytes${count}), view(kGzip${count})},\n`;
  ++count;
}
const body =
  count === 0
    ? "  return {};\n"
    : `  static const PageFile kFiles[] = {\n${rows}  };\n  return kFiles;\n`;
const helper = `template <size_t n>
std::string_view view(const unsigned char (&bytes)[n]) {
  return {reinterpret_cast<const char*>(bytes), n};
}
`;
writeFileSync(
  output,
  `// Written by web/embed.mjs.
#include "web/pages.h"

namespace depesche::desk {
namespace {
${arrays}${count === 0 ? "" : helper}}  // namespace

std::span<const PageFile> page_files() {
${body}}

}  // namespace depesche::desk
`,
);
