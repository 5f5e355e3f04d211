#include "exports/export.h"

#include <set>
#include <unordered_map>

#include "exports/cells.h"
#include "exports/plover.h"

namespace depesche::exports {
namespace {

/// Days are compared as texts, and no day is "": this one leaves only events without a day out.
constexpr const char* kAnyDay = "0000";

class Writer {
 public:
  Writer(const Codes& codes, const Format& format, Output& output) : codes_(codes), format_(format), output_(output) {}

  bool write(const EventView& view) {
    if (format_.dated && view.day.empty()) {
      ++done_.unreadable;
      return true;
    }
    ++done_.events;
    if (!format_.dyads) return row({view, codes_, {}, 0, {}});
    const auto dyads = dyads_of(view);
    for (size_t i = 0; i < dyads.size(); ++i) {
      if (!row({view, codes_, dyads[i], dyad_id(view.row.id, i), {}})) return false;
    }
    return true;
  }

  bool row(const RowView& row) {
    ++done_.rows;
    return output_.write(format_.columns.empty() ? plover_line(row) : line_of(format_, row));
  }

  [[nodiscard]] const Exported& done() const { return done_; }
  Exported& done() { return done_; }

 private:
  const Codes& codes_;
  const Format& format_;
  Output& output_;
  Exported done_;
};

/// The event that stands for an act, in gdelt2 with the same filters.
struct Standing {
  int64_t event;
  size_t dyads;
  std::string added;
};

/// What the view of the filter joins events by; the event itself where nothing is joined.
std::string group_of(const store::EventRow& event, store::Dedupe dedupe) {
  const std::string& key = dedupe == store::Dedupe::kDay    ? event.act
                           : dedupe == store::Dedupe::kNode ? event.node
                                                            : std::string();
  return key.empty() ? "e" + std::to_string(event.id) : key;
}

/// First the events that stand for their acts, then each report of those acts, once.
class Mentions {
 public:
  Mentions(store::Store& store, const store::Filter& filter, const Codes& codes, Writer& writer)
      : store_(store), filter_(filter), codes_(codes), writer_(writer) {}

  Status run() {
    const Status read = each_view(store_, filter_, [&](const EventView& view) {
      if (view.day.empty()) {
        ++writer_.done().unreadable;
        return true;
      }
      standing_.emplace(group_of(view.row, filter_.dedupe),
                        Standing{view.row.id, dyads_of(view).size(), report_day(view)});
      return true;
    });
    if (!read) return read;
    writer_.done().events = static_cast<int64_t>(standing_.size());
    store::Filter members = filter_;
    members.limit = members.offset = 0;
    if (members.dedupe != store::Dedupe::kExact) members.dedupe = store::Dedupe::kRaw;
    return each_view(store_, members, [&](const EventView& view) { return mention(view); });
  }

 private:
  bool mention(const EventView& view) {
    const auto found = standing_.find(group_of(view.row, filter_.dedupe));
    if (found == standing_.end()) return true;
    const Standing& act = found->second;
    if (!told_.emplace(act.event, view.row.report).second) return true;
    const auto dyads = dyads_of(view);
    for (size_t i = 0; i < act.dyads; ++i) {
      const Dyad dyad = i < dyads.size() ? dyads[i] : Dyad{};
      if (!writer_.row({view, codes_, dyad, dyad_id(act.event, i), act.added})) return false;
    }
    return true;
  }

  store::Store& store_;
  const store::Filter& filter_;
  const Codes& codes_;
  Writer& writer_;
  std::unordered_map<std::string, Standing> standing_;
  std::set<std::pair<int64_t, int64_t>> told_;
};

}  // namespace

store::Filter admitted(store::Filter filter, const Format& format) {
  if (format.dated && filter.since.empty()) filter.since = kAnyDay;
  return filter;
}

Result<Exported> export_events(store::Store& store, const store::Filter& filter, const Codes& codes,
                               const Format& format, Output& output) {
  if (format.header) output.write(header_of(format));
  Writer writer(codes, format, output);
  const store::Filter wanted = admitted(filter, format);
  const Status done = format.mentions
                          ? Mentions(store, wanted, codes, writer).run()
                          : each_view(store, wanted, [&](const EventView& view) { return writer.write(view); });
  if (!done) return done.error();
  return writer.done();
}

}  // namespace depesche::exports
