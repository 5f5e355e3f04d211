// The inner loops of inference, matrix products and LSTM cells, once for each kind of CPU.
//
// The same code (kernels_impl.h) is compiled three times: portable, AVX2 with FMA, AVX-512. The best
// one that the CPU runs is chosen once. Every output element is one running sum over k in order, so
// a word's result depends neither on the batch it is in nor on the thread that computes it, and
// AVX2 and AVX-512 give the same bits.
//
// Products of 8-bit codes sum whole numbers below 2^24, which floats hold exactly: AVX-512 uses its
// byte instructions (VNNI) where the others multiply the same whole numbers as floats.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

namespace depesche::syntax {

/// Most inputs of a product of codes: 127 * 127 * 1024 < 2^24.
inline constexpr size_t kMaxCodedInputs = 1024;

struct Kernels {
  const char* name;
  size_t panel;     ///< columns in a packed panel
  bool byte_codes;  ///< multiply_codes wants pack_bytes(), not pack()

  /// c[m, n] = a[m, k] * packed + bias, or += without bias (nullptr). All row-major, strides in floats.
  /// `packed` comes from pack(); n is a multiple of `panel`; bias holds n floats.
  void (*multiply)(const float* a, size_t a_stride, size_t m, size_t k, const float* packed, size_t n,
                   const float* bias, float* c, size_t c_stride);

  /// c[m, n] = a[m, k] * (codes * scale) + bias, each row of `a` rounded to 8 bits and a scale of its own.
  /// `packed`: codes from pack_bytes() or, as floats, from pack(); scale, bias: n floats.
  /// Preconditions: k is a multiple of 16 and at most kMaxCodedInputs.
  void (*multiply_codes)(const float* a, size_t a_stride, size_t m, size_t k, const void* packed, size_t n,
                         const float* scale, const float* bias, float* c, size_t c_stride);

  /// One LSTM step for `rows` sequences. gates: [rows, 4 * hidden] as i, f, g, o before their
  /// non-linearities (strided); cell: [rows, hidden], updated; out: [rows, hidden] (strided).
  /// `hidden` is a multiple of 16.
  void (*lstm_cell)(const float* gates, size_t gates_stride, float* cell, float* out, size_t out_stride, size_t rows,
                    size_t hidden);

  /// values[i] = max(values[i], 0).
  void (*relu)(float* values, size_t count);
};

/// The best for this CPU; the same object in every thread.
[[nodiscard]] const Kernels& kernels();

/// All that this CPU can run, portable first; for tests.
[[nodiscard]] std::vector<const Kernels*> runnable_kernels();

/// Columns after padding to whole panels.
[[nodiscard]] constexpr size_t padded(size_t columns, size_t panel) {
  return (columns + panel - 1) / panel * panel;
}

/// weight[n, k] (row-major with stride, one row an output) -> panels of [k, panel]; columns beyond n
/// are zero. `packed` holds padded(n, panel) * k floats.
void pack(const float* weight, size_t stride, size_t n, size_t k, size_t panel, float* packed);

/// codes[n, k] (whole numbers from -127 to 127) -> panels of [panel] int32 (-128 * sum of the column:
/// the inputs are shifted by 128) and [k / 4, panel, 4] bytes. `packed` holds packed_bytes(n, k, panel).
void pack_bytes(const float* codes, size_t n, size_t k, size_t panel, std::byte* packed);

[[nodiscard]] constexpr size_t packed_bytes(size_t n, size_t k, size_t panel) {
  return padded(n, panel) * (k + sizeof(int32_t));
}

}  // namespace depesche::syntax
