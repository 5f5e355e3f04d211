// The two inner loops of inference, matrix products and LSTM cells, once for each kind of CPU.
//
// The same code (kernels_impl.h) is compiled three times: portable, AVX2 with FMA, AVX-512. The best
// one that the CPU runs is chosen once. Every output element is one running sum over k in order, so
// a word's result depends neither on the batch it is in nor on the thread that computes it, and
// AVX2 and AVX-512 give the same bits.
#pragma once

#include <cstddef>
#include <vector>

namespace depesche::syntax {

struct Kernels {
  const char* name;
  size_t panel;  ///< columns in a packed panel

  /// c[m, n] = a[m, k] * packed + bias, or += without bias (nullptr). All row-major, strides in floats.
  /// `packed` comes from pack(); n is a multiple of `panel`; bias holds n floats.
  void (*multiply)(const float* a, size_t a_stride, size_t m, size_t k, const float* packed, size_t n,
                   const float* bias, float* c, size_t c_stride);

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

}  // namespace depesche::syntax
