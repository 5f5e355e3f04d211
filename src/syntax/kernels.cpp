#include "syntax/kernels.h"

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
  if (fma && __builtin_cpu_supports("avx512f")) found.push_back(&avx512::table());
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

}  // namespace depesche::syntax
