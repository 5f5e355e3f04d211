#include "watch/http.h"

#include <curl/curl.h>

#include <algorithm>
#include <memory>
#include <optional>
#include <string_view>

#include "base/utf8.h"
#include "watch/feed_list.h"

namespace depesche::watch {
namespace {

constexpr int kPollMilliseconds = 100;

struct EasyCloser {
  void operator()(CURL* handle) const { curl_easy_cleanup(handle); }
};
struct ListCloser {
  void operator()(curl_slist* list) const { curl_slist_free_all(list); }
};
struct MultiCloser {
  void operator()(CURLM* handle) const { curl_multi_cleanup(handle); }
};

/// One request on its way. Stays where it is: libcurl holds its address.
class Transfer {
 public:
  Transfer(const Request& request, const FetchLimits& limits)
      : url_(request.url), limits_(limits), easy_(curl_easy_init()) {
    if (!request.etag.empty()) add_header("If-None-Match: " + request.etag);
    if (!request.last_modified.empty()) add_header("If-Modified-Since: " + request.last_modified);
    add_header("Accept: application/rss+xml, application/atom+xml, application/xml;q=0.9, text/xml;q=0.9, */*;q=0.5");
    if (easy_) prepare();
  }
  Transfer(const Transfer&) = delete;
  Transfer& operator=(const Transfer&) = delete;

  [[nodiscard]] CURL* handle() const { return easy_.get(); }
  void end(CURLcode code) { code_ = code; }

  [[nodiscard]] Result<Answer> result() {
    if (too_large_ || code_ == CURLE_FILESIZE_EXCEEDED)
      return error(ErrorCode::kTooLarge, "the answer has more than " + std::to_string(limits_.max_bytes) + " bytes",
                   "name a smaller feed");
    if (!code_) return error(ErrorCode::kNoAnswer, "stopped before the answer", "");
    if (*code_ == CURLE_OPERATION_TIMEDOUT)
      return error(ErrorCode::kNoAnswer,
                   "no whole answer within " + std::to_string(limits_.timeout.count() / 1000) + " s", "");
    if (*code_ != CURLE_OK) return error(ErrorCode::kNoAnswer, curl_easy_strerror(*code_), "");
    long status = 0;
    curl_easy_getinfo(handle(), CURLINFO_RESPONSE_CODE, &status);
    if (status != 200 && status != 304)
      return error(ErrorCode::kNoAnswer, "the server answers " + std::to_string(status), "");
    answer_.status = static_cast<int>(status);
    return std::move(answer_);
  }

 private:
  [[nodiscard]] Error error(ErrorCode code, std::string what, std::string cure) const {
    return {code, shown_feed(url_), std::move(what), std::move(cure)};
  }

  void add_header(const std::string& line) {
    // A header that could end its line would be another header.
    if (line.find_first_of("\r\n") != std::string::npos) return;
    if (curl_slist* longer = curl_slist_append(headers_.get(), line.c_str())) {
      (void)headers_.release();
      headers_.reset(longer);
    }
  }

  void prepare() {
    CURL* easy = handle();
    curl_easy_setopt(easy, CURLOPT_URL, url_.c_str());
    curl_easy_setopt(easy, CURLOPT_PROTOCOLS_STR, "http,https");
    curl_easy_setopt(easy, CURLOPT_REDIR_PROTOCOLS_STR, url_[4] == 's' || url_[4] == 'S' ? "https" : "http,https");
    curl_easy_setopt(easy, CURLOPT_FOLLOWLOCATION, 1L);
    curl_easy_setopt(easy, CURLOPT_MAXREDIRS, static_cast<long>(limits_.max_redirects));
    curl_easy_setopt(easy, CURLOPT_TIMEOUT_MS, static_cast<long>(limits_.timeout.count()));
    curl_easy_setopt(easy, CURLOPT_CONNECTTIMEOUT_MS, static_cast<long>(limits_.connect_timeout.count()));
    curl_easy_setopt(easy, CURLOPT_MAXFILESIZE_LARGE, static_cast<curl_off_t>(limits_.max_bytes));
    curl_easy_setopt(easy, CURLOPT_ACCEPT_ENCODING, "");  // all that libcurl can undo
    curl_easy_setopt(easy, CURLOPT_NOSIGNAL, 1L);
    curl_easy_setopt(easy, CURLOPT_USERAGENT, "depesche");
    curl_easy_setopt(easy, CURLOPT_HTTPHEADER, headers_.get());
    curl_easy_setopt(easy, CURLOPT_WRITEFUNCTION, &Transfer::take_body);
    curl_easy_setopt(easy, CURLOPT_WRITEDATA, this);
    curl_easy_setopt(easy, CURLOPT_HEADERFUNCTION, &Transfer::take_header);
    curl_easy_setopt(easy, CURLOPT_HEADERDATA, this);
  }

  static size_t take_body(const char* bytes, size_t, size_t count, void* self) {
    auto& transfer = *static_cast<Transfer*>(self);
    if (transfer.answer_.body.size() + count > transfer.limits_.max_bytes) {
      transfer.too_large_ = true;
      return 0;  // ends the transfer
    }
    transfer.answer_.body.append(bytes, count);
    return count;
  }

  static size_t take_header(const char* bytes, size_t, size_t count, void* self) {
    Answer& answer = static_cast<Transfer*>(self)->answer_;
    const std::string_view line(bytes, count);
    if (line.starts_with("HTTP/")) {  // of the last answer of a chain of redirects
      answer = {};
      return count;
    }
    const size_t colon = std::min(line.find(':'), line.size());
    std::string name(line.substr(0, colon));
    std::transform(name.begin(), name.end(), name.begin(),
                   [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
    const std::string_view value = utf8::trimmed(line.substr(std::min(colon + 1, line.size())));
    constexpr size_t kLongestMark = 1000;
    if (value.size() > kLongestMark) return count;
    if (name == "etag") answer.etag = value;
    if (name == "last-modified") answer.last_modified = value;
    return count;
  }

  std::string url_;
  const FetchLimits& limits_;
  std::unique_ptr<curl_slist, ListCloser> headers_;
  std::unique_ptr<CURL, EasyCloser> easy_;  ///< goes before the headers, which it uses
  Answer answer_;
  std::optional<CURLcode> code_;
  bool too_large_ = false;
};

/// Runs all of them to their end, or until `stop`.
void run(std::vector<std::unique_ptr<Transfer>>& transfers, const std::function<bool()>& stop) {
  const std::unique_ptr<CURLM, MultiCloser> multi(curl_multi_init());
  if (!multi) return;
  for (const auto& transfer : transfers) {
    if (transfer->handle() != nullptr) curl_multi_add_handle(multi.get(), transfer->handle());
  }
  int running = 0;
  do {
    if (curl_multi_perform(multi.get(), &running) != CURLM_OK) break;
    int left = 0;
    while (const CURLMsg* message = curl_multi_info_read(multi.get(), &left)) {
      if (message->msg != CURLMSG_DONE) continue;
      for (const auto& transfer : transfers) {
        if (transfer->handle() == message->easy_handle) transfer->end(message->data.result);
      }
    }
    if (running > 0) curl_multi_poll(multi.get(), nullptr, 0, kPollMilliseconds, nullptr);
  } while (running > 0 && !stop());
  for (const auto& transfer : transfers) {
    if (transfer->handle() != nullptr) curl_multi_remove_handle(multi.get(), transfer->handle());
  }
}

}  // namespace

std::vector<Result<Answer>> fetch(const std::vector<Request>& requests, const FetchLimits& limits,
                                  const std::function<bool()>& stop) {
  static const bool ready = curl_global_init(CURL_GLOBAL_DEFAULT) == CURLE_OK;
  std::vector<Result<Answer>> answers;
  for (size_t begin = 0; begin < requests.size(); begin += limits.at_once) {
    std::vector<std::unique_ptr<Transfer>> transfers;
    for (size_t i = begin; i < std::min(begin + limits.at_once, requests.size()); ++i)
      transfers.push_back(std::make_unique<Transfer>(requests[i], limits));
    if (ready && !stop()) run(transfers, stop);
    for (const auto& transfer : transfers) answers.push_back(transfer->result());
  }
  return answers;
}

}  // namespace depesche::watch
