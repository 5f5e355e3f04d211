// depesche completion: what a shell needs to complete commands, options and their choices; read off the commands
// themselves, so that it cannot fall behind them.
#include <fmt/format.h>

#include <cstdio>
#include <functional>
#include <sstream>

#include "command.h"

namespace depesche::app {
namespace {

using Words = std::vector<std::string>;

/// Calls `take` for the app and each command below it; `path` is what the user has typed after the program's name.
void each_command(const CLI::App& app, const Words& path,
                  const std::function<void(const CLI::App&, const Words&)>& take) {
  take(app, path);
  for (const CLI::App* below : app.get_subcommands({})) {
    Words deeper = path;
    deeper.push_back(below->get_name());
    each_command(*below, deeper, take);
  }
}

Words options_of(const CLI::App& app) {
  Words out;
  for (const CLI::Option* option : app.get_options()) {
    for (const std::string& name : option->get_lnames()) out.push_back("--" + name);
  }
  return out;
}

Words commands_of(const CLI::App& app) {
  Words out;
  for (const CLI::App* below : app.get_subcommands({})) out.push_back(below->get_name());
  return out;
}

/// "{a,b,c}" in the name of an option's type: its choices.
Words choices_of(const CLI::Option& option) {
  const std::string type = option.get_type_name();
  const size_t open = type.find('{');
  const size_t close = type.find('}', open == std::string::npos ? 0 : open);
  if (open == std::string::npos || close == std::string::npos) return {};
  std::stringstream list(type.substr(open + 1, close - open - 1));
  Words out;
  for (std::string one; std::getline(list, one, ',');) out.push_back(one);
  return out;
}

std::string joined(const Words& words) {
  return fmt::format("{}", fmt::join(words, " "));
}

/// In single quotes for any of the three shells.
std::string quoted(const std::string& text) {
  std::string out = "'";
  for (const char c : text) out += c == '\'' ? std::string("'\\''") : std::string(1, c);
  return out + "'";
}

/// bash finds the command among the words typed, then offers what belongs to it; zsh runs the same by bashcompinit.
void write_bash(const CLI::App& root) {
  std::puts(
      "_depesche() {\n"
      "  local cur=${COMP_WORDS[COMP_CWORD]} prev=${COMP_WORDS[COMP_CWORD-1]} path='' word\n"
      "  for word in \"${COMP_WORDS[@]:1:COMP_CWORD-1}\"; do\n"
      "    case \" $(_depesche_commands \"$path\") \" in *\" $word \"*) path=\"${path:+$path }$word\" ;; esac\n"
      "  done\n"
      "  local choices; choices=$(_depesche_choices \"$path\" \"$prev\")\n"
      "  if [[ -n $choices ]]; then COMPREPLY=($(compgen -W \"$choices\" -- \"$cur\")); return; fi\n"
      "  if [[ $cur == -* ]]; then COMPREPLY=($(compgen -W \"$(_depesche_options \"$path\")\" -- \"$cur\")); return; "
      "fi\n"
      "  local commands; commands=$(_depesche_commands \"$path\")\n"
      "  if [[ -n $commands ]]; then COMPREPLY=($(compgen -W \"$commands\" -- \"$cur\")); return; fi\n"
      "  COMPREPLY=($(compgen -f -- \"$cur\"))\n"
      "}");
  std::puts("_depesche_commands() { case \"$1\" in");
  each_command(root, {}, [](const CLI::App& app, const Words& path) {
    std::printf("  %s) echo %s ;;\n", quoted(joined(path)).c_str(), quoted(joined(commands_of(app))).c_str());
  });
  std::puts("esac; }\n_depesche_options() { case \"$1\" in");
  each_command(root, {}, [](const CLI::App& app, const Words& path) {
    std::printf("  %s) echo %s ;;\n", quoted(joined(path)).c_str(), quoted(joined(options_of(app))).c_str());
  });
  std::puts("esac; }\n_depesche_choices() { case \"$1 $2\" in");
  each_command(root, {}, [](const CLI::App& app, const Words& path) {
    for (const CLI::Option* option : app.get_options()) {
      const Words choices = choices_of(*option);
      for (const std::string& name : choices.empty() ? Words{} : option->get_lnames()) {
        std::printf("  %s) echo %s ;;\n", quoted(joined(path) + " --" + name).c_str(), quoted(joined(choices)).c_str());
      }
    }
  });
  std::puts("esac; }\ncomplete -o filenames -F _depesche depesche");
}

void write_zsh(const CLI::App& root) {
  std::puts("#compdef depesche\nautoload -U +X bashcompinit && bashcompinit");
  write_bash(root);
}

std::string first_line(const std::string& text) {
  return text.substr(0, text.find('\n'));
}

void write_fish(const CLI::App& root) {
  std::puts(
      "function __depesche_at\n  set -l words (string match -v -- '-*' (commandline -opc)[2..-1])\n"
      "  test \"$words[1..(count $argv)]\" = \"$argv\"; and test (count $argv) -gt 0; or test -z \"$argv\" -a -z "
      "\"$words\"\nend");
  each_command(root, {}, [](const CLI::App& app, const Words& path) {
    const std::string at = quoted("__depesche_at " + joined(path));
    for (const CLI::App* below : app.get_subcommands({})) {
      std::printf("complete -c depesche -f -n %s -a %s -d %s\n", at.c_str(), below->get_name().c_str(),
                  quoted(first_line(below->get_description())).c_str());
    }
    for (const CLI::Option* option : app.get_options()) {
      const Words choices = choices_of(*option);
      for (const std::string& name : option->get_lnames()) {
        std::printf("complete -c depesche -n %s -l %s -d %s%s\n", at.c_str(), name.c_str(),
                    quoted(first_line(option->get_description())).c_str(),
                    choices.empty() ? "" : (" -x -a " + quoted(joined(choices))).c_str());
      }
    }
  });
}

}  // namespace

void add_completion(CLI::App& app, int& exit) {
  auto* command = app.add_subcommand("completion", "Print what a shell needs to complete commands and options");
  auto shell = std::make_shared<std::string>();
  command->add_option("shell", *shell, "bash, zsh or fish")->required()->check(CLI::IsMember({"bash", "zsh", "fish"}));
  command->footer("Example: depesche completion bash > ~/.local/share/bash-completion/completions/depesche");
  command->callback([&app, shell, &exit] {
    if (*shell == "bash") write_bash(app);
    if (*shell == "zsh") write_zsh(app);
    if (*shell == "fish") write_fish(app);
    exit = std::fflush(stdout) == 0 ? kDone : kCannotGoOn;
  });
}

}  // namespace depesche::app
