// depesche: reads news reports and writes down the system of actors they describe.
#include "command.h"

int main(int argc, char** argv) {
  CLI::App app{
      "Reads news reports in German and English and writes down who did what to whom, who said so, on which\n"
      "condition, and which commitments bind them."};
  app.require_subcommand(1);
  app.set_version_flag("--version", depesche::app::version_text, "Print version and fingerprints and exit");
  app.footer("Example: depesche code report.txt --published 2024-06-21\nHelp on a command: depesche code --help");
  int exit = depesche::app::kDone;
  depesche::app::add_code(app, exit);
  depesche::app::add_parse(app, exit);
  depesche::app::add_explain(app, exit);
  depesche::app::add_kb(app, exit);
  depesche::app::add_eval(app, exit);
  depesche::app::add_actors(app, exit);
  depesche::app::add_ingest(app, exit);
  depesche::app::add_lists(app, exit);
  depesche::app::add_series(app, exit);
  depesche::app::add_ledger(app, exit);
  depesche::app::add_whatif(app, exit);
  depesche::app::add_watch(app, exit);
  depesche::app::add_completion(app, exit);
  depesche::app::add_export(app, exit);
  try {
    app.parse(argc, argv);
  } catch (const CLI::ParseError& e) {
    if (e.get_exit_code() == 0) return app.exit(e);  // --help, --version
    depesche::app::complain(depesche::app::misuse(app, e, {argv + 1, argv + argc}));
    return depesche::app::kWrongUse;
  } catch (const std::exception& e) {
    depesche::app::complain(std::string("stopped: ") + e.what());
    return depesche::app::kCannotGoOn;
  }
  return exit;
}
