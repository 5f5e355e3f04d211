// What feeds answer, over HTTP and HTTPS, by libcurl.
#pragma once

#include <chrono>
#include <functional>
#include <string>
#include <vector>

#include "base/result.h"

namespace depesche::watch {

/// Asks for `url`; the other two are those of the last answer ("" where there was none), so that a server may say that
/// nothing is new.
struct Request {
  std::string url;
  std::string etag;
  std::string last_modified;
};

struct Answer {
  int status = 0;  ///< 200 with a body, 304: nothing new
  std::string body;
  std::string etag;
  std::string last_modified;
};

struct FetchLimits {
  size_t max_bytes = 10'000'000;              ///< of a body, decompressed
  std::chrono::milliseconds timeout{30'000};  ///< from the call to the last byte
  std::chrono::milliseconds connect_timeout{10'000};
  int max_redirects = 5;  ///< to http(s) only, from https to https only
  size_t at_once = 8;
};

/// One result a request, in their order. Asks `at_once` servers at a time; ends early, with kNoAnswer for the rest,
/// when `stop` says so (asked several times a second). No cookies, no stored passwords; the proxy of the environment
/// is used as by any client. Errors: kNoAnswer (no connection, time over, too many redirects, a status other than 200
/// and 304), kTooLarge. The error's `where` is the address without name and password. Certificates are checked.
/// Thread-safe.
[[nodiscard]] std::vector<Result<Answer>> fetch(const std::vector<Request>& requests, const FetchLimits& limits,
                                                const std::function<bool()>& stop);

}  // namespace depesche::watch
