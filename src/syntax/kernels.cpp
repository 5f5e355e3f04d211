#include "syntax/kernels.h"

#include <cstring>

namespace depesche::syntax {

namespace generic {
const Kernels& table();
}
#ifdef DEPESCHE_X86_KERNELS
namespace avx2 {
const Kernels& table();
}
namespace avx512 {
const Kernels& table();
}
#endif

std::vector<const Kernels*> runnable_kernels() {
  std::vector<const Kernels*> found{&generic::table()};
#ifdef DEPESCHE_X86_KERNELS
  __builtin_cpu_init();
  const bool fma = __builtin_cpu_supports("avx2") && __builtin_cpu_supports("fma");
  if (fma) found.push_back(&avx2::table());
  if (fma && __builtin_cpu_supports("avx512f") && __builtin_cpu_supports("avx512vnni"))
    found.push_back(&avx512::table());
#endif
  return found;
}

const Kernels& kernels() {
  static const Kernels* const kBest = runnable_kernels().back();
  return *kBest;
}

void pack(const float* weight, size_t stride, size_t n, size_t k, size_t panel, float* packed) {
  for (size_t column = 0; column < n; column += panel) {
    for (size_t i = 0; i < k; ++i) {
      for (size_t j = 0; j < panel; ++j) {
        *packed++ = column + j < n ? weight[(column + j) * stride + i] : 0.0F;
      }
    }
  }
}

void pack_bytes(const float* codes, size_t n, size_t k, size_t panel, std::byte* packed) {
  const auto code = [&](size_t column, size_t i) {
    return column < n ? static_cast<int8_t>(codes[column * k + i]) : int8_t{0};
  };
  for (size_t first = 0; first < n; first += panel) {
    for (size_t j = 0; j < panel; ++j, packed += sizeof(int32_t)) {
      int32_t start = 0;
      for (size_t i = 0; i < k; ++i) start -= 128 * code(first + j, i);
      std::memcpy(packed, &start, sizeof start);
    }
    for (size_t i = 0; i < k; i += 4) {
      for (size_t j = 0; j < panel; ++j) {
        for (size_t g = 0; g < 4; ++g) *packed++ = static_cast<std::byte>(code(first + j, i + g));
      }
    }
  }
}

}  // namespace depesche::syntax
