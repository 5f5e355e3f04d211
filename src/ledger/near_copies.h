// Near copies of a text (reprints of a wire report, shortened or with a new first line) by MinHash.
// A. Broder, "On the resemblance and containment of documents" (1997); bands after Leskovec et al., "Mining of Massive
// Datasets", 3.4.
#pragma once

#include <array>
#include <cstdint>
#include <string_view>

namespace depesche::ledger {

inline constexpr size_t kHashes = 64;
inline constexpr size_t kBands = 16;
/// Share of equal hashes from which two texts count as copies. Two unrelated agency reports have below 0.1.
inline constexpr double kCopySimilarity = 0.6;

using Signature = std::array<uint32_t, kHashes>;

/// Over all runs of three words (letters and digits, in lower case); a shorter text is one run. Deterministic.
[[nodiscard]] Signature signature_of(std::string_view text);

/// Estimate of the Jaccard similarity of two texts, 0 to 1.
[[nodiscard]] double similarity(const Signature& a, const Signature& b);

/// One key a band of four hashes; texts that share a key are candidates. Keys differ between bands.
[[nodiscard]] std::array<int64_t, kBands> band_keys(const Signature& signature);

}  // namespace depesche::ledger
