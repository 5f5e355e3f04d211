// Sentences and words a second of every stage and of the whole chain, on one core, over the sample
// reports; the time to start the program and to load the syntax models.
//   build/release/bench/stages_bench [--benchmark_filter=chain]
#include <benchmark/benchmark.h>

#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <nlohmann/json.hpp>

#include "actors/actors.h"
#include "clauses/clauses.h"
#include "commitments/find_commitments.h"
#include "events/find_events.h"
#include "pipeline/coder.h"
#include "record/from_document.h"
#include "record/json.h"
#include "statements/find_statements.h"
#include "text/segment.h"
#include "timeplace/find_times_and_places.h"

namespace depesche {
namespace {

std::shared_ptr<const Coder> open_coder() {
  auto knowledge = Knowledge::open(DEPESCHE_BUILD_DIR "/share/depesche/knowledge.dkb");
  if (knowledge) {
    auto coder = Coder::create(std::move(knowledge).value(), DEPESCHE_SOURCE_DIR "/models",
                               DEPESCHE_BUILD_DIR "/share/depesche/german.dlx",
                               DEPESCHE_BUILD_DIR "/share/depesche/gazetteer.dkb");
    if (coder) return *coder;
    std::fprintf(stderr, "%s\n", coder.error().line().c_str());
  } else {
    std::fprintf(stderr, "%s\n", knowledge.error().line().c_str());
  }
  std::exit(3);
}

const std::shared_ptr<const Coder>& coder() {
  static const std::shared_ptr<const Coder> kCoder = open_coder();
  return kCoder;
}

std::vector<ReportInput> samples(std::string_view language) {
  std::vector<ReportInput> out;
  std::ifstream in(DEPESCHE_SOURCE_DIR "/samples/reports.jsonl");
  for (std::string line; std::getline(in, line);) {
    const auto j = nlohmann::json::parse(line);
    if (j.at("language") != language) continue;
    out.push_back({j.at("id"), j.at("text"), "", parse_date(j.at("published").get<std::string>()), j.at("language"), "",
                   "samples"});
  }
  return out;
}

enum Stage { kText, kSyntax, kTimePlace, kActors, kClauses, kStatements, kEvents, kCommitments, kRecord, kStages };
constexpr const char* kNames[] = {"text",       "syntax", "timeplace",   "actors", "clauses",
                                  "statements", "events", "commitments", "record"};

constexpr int kRounds = 30;  // the stages before the measured one run each time: a fixed number keeps the whole short

/// Runs the stages up to `stage`; seconds that the last one took.
double run_stage(const ReportInput& input, Stage stage, syntax::Parser& parser) {
  const Coder& c = *coder();
  Document d({input.id, *language_of(input.language), input.published, "", ""}, input.text);
  std::chrono::steady_clock::time_point begin;
  for (int s = 0; s <= stage; ++s) {
    begin = std::chrono::steady_clock::now();
    switch (s) {
      case kText: d.publish(text::segment(d, c.text_words)); break;
      case kSyntax: d.publish(parser.parse(d)); break;
      case kTimePlace: d.publish(find_times_and_places(d, c.time_words)); break;
      case kActors: d.publish(find_actors(d, c.actor_names)); break;
      case kClauses: d.publish(find_clauses(d, c.clause_words)); break;
      case kStatements: d.publish(statements::find_statements(d, c.speech_words)); break;
      case kEvents: d.publish(events::find_events(d, c.frames)); break;
      case kCommitments: d.publish(commitments::find_commitments(d, c.commitment_rules)); break;
      case kRecord: benchmark::DoNotOptimize(to_json(record_of(d, c.stamp(d.language())))); break;
      default: break;
    }
  }
  return std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count();
}

void stage_bench(benchmark::State& state, const std::string& language, Stage stage) {
  const auto inputs = samples(language);
  syntax::Parser parser = coder()->parser(*language_of(language));
  Worker worker(coder());
  size_t sentences = 0;
  size_t words = 0;
  for (const ReportInput& input : inputs) {
    const auto document = worker.parse(input);
    if (!document) continue;
    sentences += document->words().sentences.size();
    words += document->words().words.size();
  }
  size_t rounds = 0;
  for (auto unused : state) {
    static_cast<void>(unused);
    double seconds = 0;
    for (const ReportInput& input : inputs) seconds += run_stage(input, stage, parser);
    state.SetIterationTime(seconds);
    ++rounds;
  }
  state.counters["sentences/s"] =
      benchmark::Counter(static_cast<double>(rounds * sentences), benchmark::Counter::kIsRate);
  state.counters["words/s"] = benchmark::Counter(static_cast<double>(rounds * words), benchmark::Counter::kIsRate);
}

void chain_bench(benchmark::State& state, const std::string& language) {
  const auto inputs = samples(language);
  Worker worker(coder());
  size_t sentences = 0;
  for (auto unused : state) {
    static_cast<void>(unused);
    for (const ReportInput& input : inputs) {
      const auto report = worker.code(input);
      if (!report) continue;
      benchmark::DoNotOptimize(to_json(*report));
      sentences += report->sentences.size();
    }
  }
  state.counters["sentences/s"] = benchmark::Counter(static_cast<double>(sentences), benchmark::Counter::kIsRate);
}

void start_bench(benchmark::State& state) {
  for (auto unused : state) {
    static_cast<void>(unused);
    benchmark::DoNotOptimize(open_coder());
  }
}

/// Maps the file, checks its fingerprint and packs the weights for this CPU.
void load_bench(benchmark::State& state, const std::string& language) {
  for (auto unused : state) {
    static_cast<void>(unused);
    benchmark::DoNotOptimize(syntax::Model::open(DEPESCHE_SOURCE_DIR "/models/" + language + ".dsm"));
  }
}

void register_all() {
  for (const std::string language : {"de", "en"}) {
    for (int s = 0; s < kStages; ++s) {
      benchmark::RegisterBenchmark(
          (language + "/" + kNames[s]).c_str(),
          [language, s](benchmark::State& state) { stage_bench(state, language, static_cast<Stage>(s)); })
          ->Unit(benchmark::kMillisecond)
          ->UseManualTime()
          ->Iterations(kRounds);
    }
    benchmark::RegisterBenchmark((language + "/chain").c_str(), [language](benchmark::State& state) {
      chain_bench(state, language);
    })->Unit(benchmark::kMillisecond);
    benchmark::RegisterBenchmark((language + "/load").c_str(), [language](benchmark::State& state) {
      load_bench(state, language);
    })->Unit(benchmark::kMillisecond);
  }
  benchmark::RegisterBenchmark("start", start_bench)->Unit(benchmark::kMillisecond);
}

}  // namespace
}  // namespace depesche

int main(int argc, char** argv) {
  depesche::register_all();
  benchmark::Initialize(&argc, argv);
  if (benchmark::ReportUnrecognizedArguments(argc, argv)) return 2;
  benchmark::RunSpecifiedBenchmarks();
  return 0;
}
