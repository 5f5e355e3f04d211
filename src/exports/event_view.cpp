#include "exports/event_view.h"

#include <memory>
#include <unordered_map>

#include "base/utf8.h"
#include "ledger/book.h"

namespace depesche::exports {
namespace {

constexpr size_t kKept = 256;  ///< decoded reports; a day's events come mostly from few of them

struct Opened {
  std::string hash;
  CodedReport report;
};

std::vector<const RecordActor*> actors_of(const CodedReport& report, const std::vector<std::string>& ids) {
  std::vector<const RecordActor*> actors;
  for (const std::string& id : ids) {
    if (const RecordActor* actor = report.actor(id)) actors.push_back(actor);
  }
  return actors;
}

class Reader {
 public:
  explicit Reader(store::Store& store) : store_(store) {}

  Result<const Opened*> open(int64_t id) {
    if (const auto known = kept_.find(id); known != kept_.end()) return known->second.get();
    auto opened = read(id);
    if (!opened) return opened.error();
    if (kept_.size() >= kKept) kept_.clear();
    return kept_.emplace(id, std::make_unique<Opened>(std::move(opened).value())).first->second.get();
  }

 private:
  Result<Opened> read(int64_t id) {
    const auto rows = store_.reports_after(id - 1, 1);
    if (!rows) return rows.error();
    if (rows->empty() || rows->front().id != id)
      return Error{ErrorCode::kBadDatabase, "report " + std::to_string(id), "it is not in the database any more",
                   "run the command again"};
    auto report = ledger::record_of(rows->front());
    if (!report) return report.error();
    return Opened{rows->front().hash, std::move(report).value()};
  }

  store::Store& store_;
  std::unordered_map<int64_t, std::unique_ptr<Opened>> kept_;
};

const RecordEvent* event_of(const CodedReport& report, const std::string& local_id) {
  for (const RecordEvent& event : report.events) {
    if (event.id == local_id) return &event;
  }
  return nullptr;
}

}  // namespace

Status each_view(store::Store& store, const store::Filter& filter, const std::function<bool(const EventView&)>& take) {
  Reader reader(store);
  Status done = Done{};
  const Status read = store::each_event(store, filter, [&](const store::EventResult& result) {
    const auto opened = reader.open(result.event.report);
    if (!opened) {
      done = opened.error();
      return false;
    }
    const CodedReport& report = (*opened)->report;
    const RecordEvent* event = event_of(report, result.event.local_id);
    if (event == nullptr) {
      done = Error{ErrorCode::kBadDatabase, result.event.report_name,
                   "the stored record lacks event " + result.event.local_id, "ingest the reports anew"};
      return false;
    }
    return take({result.event, calendar_day(result.event.day), result.reports, result.texts, (*opened)->hash, report,
                 *event, actors_of(report, event->actor), actors_of(report, event->recipient)});
  });
  return read ? done : read;
}

std::vector<Dyad> dyads_of(const EventView& view) {
  std::vector<Dyad> dyads;
  const auto add = [&](const RecordActor* source, const RecordActor* target) {
    if (dyads.size() < static_cast<size_t>(kMostDyads)) dyads.push_back({source, target});
  };
  const auto targets = view.recipients.empty() ? std::vector<const RecordActor*>{nullptr} : view.recipients;
  if (view.recipients.empty() && view.actors.size() > 1) {
    for (const RecordActor* source : view.actors) {
      for (const RecordActor* target : view.actors) {
        if (source != target) add(source, target);
      }
    }
  }
  if (!dyads.empty()) return dyads;
  const auto sources = view.actors.empty() ? std::vector<const RecordActor*>{nullptr} : view.actors;
  for (const RecordActor* source : sources) {
    for (const RecordActor* target : targets) add(source, target);
  }
  return dyads;
}

std::string calendar_day(std::string_view text) {
  constexpr std::string_view kPattern = "dddd-dd-dd";
  constexpr std::string_view kFirst = "-01-01";
  constexpr size_t kYear = 4;
  constexpr size_t kMonth = 7;
  if (text.size() != kYear && text.size() != kMonth && text.size() != kPattern.size()) return {};
  for (size_t i = 0; i < text.size(); ++i) {
    const bool digit = text[i] >= '0' && text[i] <= '9';
    if (kPattern[i] == 'd' ? !digit : text[i] != '-') return {};
  }
  return std::string(text) + std::string(kFirst.substr(text.size() - kYear));
}

int64_t code_points_before(const CodedReport& report, uint32_t byte) {
  return static_cast<int64_t>(utf8::count(std::string_view(report.text).substr(0, byte)));
}

}  // namespace depesche::exports
